/**
 * How anything of an answer is bounded where it enters: texts, decimals, times, and the count of rows that could not be
 * represented. Values and pure functions; every other package may know this one, and it knows none.
 */
@NullMarked
package io.firstfill.mexc.reading;

import org.jspecify.annotations.NullMarked;
