package io.firstfill.trader.sell;

import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What one order offers.
 *
 * @param price lowest price in quote; null for a market order
 */
record SellLot(OrderType type, Quantity quantity, @Nullable Price price) {}
