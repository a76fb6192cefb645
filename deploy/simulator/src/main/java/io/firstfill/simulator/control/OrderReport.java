package io.firstfill.simulator.control;

import io.firstfill.simulator.book.Order;
import io.firstfill.simulator.book.OrderStatus;
import io.firstfill.simulator.book.OrderTerms;
import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.order.PlacedOrder;
import java.math.BigDecimal;
import java.time.Instant;

/** The actual state of an order, whether queries show it yet or not. Microseconds are of the machine's clock. */
record OrderReport(
        OrderTerms terms,
        OrderStatus status,
        BigDecimal executed,
        BigDecimal executedQuote,
        long receivedMicros,
        Instant receivedAt,
        long acceptedMicros,
        long acceptedServerMillis,
        long findableFromMicros,
        long fillLagMicros) {

    static OrderReport of(PlacedOrder placed) {
        Order order = placed.order();
        return new OrderReport(
                order.terms(),
                order.status(),
                order.executed(),
                order.executedQuote(),
                placed.receivedMicros(),
                ServerClock.instant(placed.receivedMicros()),
                placed.accepted().machineMicros(),
                placed.accepted().serverMillis(),
                placed.findableFrom(),
                placed.fillLagMicros());
    }
}
