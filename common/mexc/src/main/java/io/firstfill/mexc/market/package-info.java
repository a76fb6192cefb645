/**
 * Answers of the public endpoints: pairs, prices, order books, time. Immutable records; the package knows no other
 * package of this module.
 */
@NullMarked
package io.firstfill.mexc.market;

import org.jspecify.annotations.NullMarked;
