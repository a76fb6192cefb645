/**
 * The exchange's public endpoints as feeds, and its stream of book tickers. Adapter of {@code feed}, {@code quote} and
 * {@code watch}; knows {@code observation}, which it makes. Owns the connections and the request budgets.
 */
@NullMarked
package io.firstfill.scanner.mexc;

import org.jspecify.annotations.NullMarked;
