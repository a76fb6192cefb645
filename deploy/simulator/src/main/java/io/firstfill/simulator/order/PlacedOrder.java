package io.firstfill.simulator.order;

import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.clock.ClockReading;

/**
 * A customer's accepted order with its times.
 *
 * @param receivedMicros when the head of the request was received, machine clock
 * @param findableFrom from when the order can be found by its client order id, machine clock, microseconds
 * @param fillLagMicros how long a fill stays invisible to queries
 */
public record PlacedOrder(
        Order order, ClockReading accepted, long receivedMicros, long findableFrom, long fillLagMicros) {

    public String account() {
        return order.terms().account();
    }

    public String symbol() {
        return order.terms().symbol();
    }

    /** The state that a query at this instant shows. */
    public Order.View viewAt(ClockReading now) {
        return order.viewAt(now.machineMicros());
    }

    /** Makes the order's present state visible to queries after the fill lag. */
    void changed(ClockReading now) {
        order.addView(now.machineMicros() + fillLagMicros, now.serverMillis());
    }
}
