/**
 * Holds the exchange's own traders: one market maker per listing, and the noise trader that trades against it.
 *
 * <p>The package places its orders through {@code order} like a customer, but from house accounts and without the order
 * rules. {@link io.firstfill.simulator.marketmaker.MarketMakers} owns the market makers and the times of their
 * requotes.
 */
@NullMarked
package io.firstfill.simulator.marketmaker;

import org.jspecify.annotations.NullMarked;
