/** The statements that sum what positions have brought, and the latest prices of what is held. It holds no state. */
@NullMarked
package io.firstfill.ledger.postgres.result;

import org.jspecify.annotations.NullMarked;
