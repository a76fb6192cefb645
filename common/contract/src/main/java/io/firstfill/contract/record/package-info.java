/** The ledger's receipts for messages that its journal holds. */
@NullMarked
package io.firstfill.contract.record;

import org.jspecify.annotations.NullMarked;
