/** Consumes the last prices of what is held. The package knows {@code mark}, and holds no state. */
@NullMarked
package io.firstfill.ledger.kafka.mark;

import org.jspecify.annotations.NullMarked;
