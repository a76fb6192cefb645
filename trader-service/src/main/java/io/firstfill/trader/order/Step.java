package io.firstfill.trader.order;

import io.firstfill.contract.order.OrderEvent;
import java.util.List;

/** What a transition decided: the next state, and what to tell, in order. */
public record Step(BuyState next, List<OrderEvent> events) {
    public Step {
        events = List.copyOf(events);
    }
}
