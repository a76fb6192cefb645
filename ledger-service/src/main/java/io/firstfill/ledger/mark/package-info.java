/** The last prices of what is held, beside the journal. The package holds no state. */
@NullMarked
package io.firstfill.ledger.mark;

import org.jspecify.annotations.NullMarked;
