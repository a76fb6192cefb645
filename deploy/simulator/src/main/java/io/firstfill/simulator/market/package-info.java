/**
 * Holds the market of one pair: contract terms, order book, trades and statistics.
 *
 * <p>The package knows {@code book} alone. {@link io.firstfill.simulator.market.Market} owns the book, the recent
 * trades, the reference price and the trading halt of its pair.
 */
@NullMarked
package io.firstfill.simulator.market;

import org.jspecify.annotations.NullMarked;
