package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.Order;

/**
 * A customer's accepted order with its times.
 *
 * @param receivedMicros when the request's head was received, machine clock
 * @param findableFrom from when it is found by its client order id, machine clock, microseconds
 * @param fillLagMicros how long a fill stays invisible to queries
 */
public record PlacedOrder(Order order, Moment accepted, long receivedMicros, long findableFrom, long fillLagMicros) {

    public String account() {
        return order.terms().account();
    }

    public String symbol() {
        return order.terms().symbol();
    }

    public Order.View seenAt(Moment now) {
        return order.viewAt(now.machineMicros());
    }

    void changed(Moment now) {
        order.show(now.machineMicros() + fillLagMicros, now.serverMillis());
    }
}
