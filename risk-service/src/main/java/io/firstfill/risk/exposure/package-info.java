/**
 * The use of an environment's caps beyond the permits and buys of a run: the sums of the UTC
 * day, open positions, buys in a row that failed, circuit breakers. Immutable values that the risk book holds. The
 * package knows the caps and the clock, and no book.
 */
@NullMarked
package io.firstfill.risk.exposure;

import org.jspecify.annotations.NullMarked;
