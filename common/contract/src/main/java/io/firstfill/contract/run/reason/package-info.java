/** Why risk or the ledger did not do what a command asked for. */
@NullMarked
package io.firstfill.contract.run.reason;

import org.jspecify.annotations.NullMarked;
