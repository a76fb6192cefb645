package io.firstfill.trader.sell;

import io.firstfill.trader.order.Venue;

/**
 * What sells ask of others.
 *
 * @param prices the bids of held pairs
 */
public record SellParts(Venue venue, SellVenue sells, SellGate gate, FreeBalances balances, SellPrices prices) {}
