/**
 * Answers of the public endpoints: pairs, prices, order books, time. Immutable records; the package knows
 * {@code reading} only.
 */
@NullMarked
package io.firstfill.mexc.market;

import org.jspecify.annotations.NullMarked;
