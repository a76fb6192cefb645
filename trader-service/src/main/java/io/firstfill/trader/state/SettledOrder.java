package io.firstfill.trader.state;

import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderSnapshot;

/** An order in doubt that a person has ended, with what the person stated. */
public record SettledOrder(Buy buy, OrderSnapshot stated) {}
