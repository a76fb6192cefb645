/**
 * Writes the new rows of a batch and what follows from them, with as few statements as their number of rows allows. The
 * package knows the journal's rows and the projections, and holds no state.
 */
@NullMarked
package io.firstfill.ledger.postgres.batch;

import org.jspecify.annotations.NullMarked;
