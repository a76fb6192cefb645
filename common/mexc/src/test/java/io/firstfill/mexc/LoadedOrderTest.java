package io.firstfill.mexc;

import static io.firstfill.mexc.OrderCalls.await;
import static io.firstfill.mexc.OrderCalls.cause;
import static io.firstfill.mexc.OrderCalls.doubt;
import static io.firstfill.mexc.OrderCalls.load;
import static io.firstfill.mexc.OrderCalls.place;
import static io.firstfill.mexc.StubExchange.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.order.OrderAck;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** An order with a connection held for it is sent at most once, like any other. */
class LoadedOrderTest {
    private static final String TAKEN = "{\"orderId\":\"C02__1\",\"transactTime\":1666676533741}";
    private static final Duration LONG = Duration.ofSeconds(3);

    @Test
    void aLoadedOrderIsSentOnceAndOnlyWhenFired() {
        try (StubExchange exchange = answering(TAKEN);
                MexcWire wire = exchange.wire()) {
            LoadedCall<OrderAck> order = load(wire, Instant.now());
            exchange.awaitConnections(1);
            assertThat(exchange.seen).isEmpty();

            MexcResult<OrderAck> result = await(order.fire());

            assertThat(result).isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).hasSize(1);
            assertThat(exchange.connections())
                    .as("the held connection was used")
                    .isEqualTo(1);
        }
    }

    @Test
    void anUnloadedOrderIsNeverSentAndItsConnectionServesTheNext() {
        try (StubExchange exchange = answering(TAKEN);
                MexcWire wire = exchange.wire(LONG, LONG, 1)) {
            LoadedCall<OrderAck> order = load(wire, Instant.now());
            exchange.awaitConnections(1);

            order.unload();

            assertThat(await(place(wire))).isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    void anOrderThatHasBeenFiredIsNotTakenBackByUnloading() {
        try (StubExchange exchange = answering(TAKEN);
                MexcWire wire = exchange.wire()) {
            LoadedCall<OrderAck> order = load(wire, Instant.now());

            var answer = order.fire();
            order.unload();

            assertThat(await(answer)).isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    void aConnectionLostBeforeFiringIsReplaced() {
        try (StubExchange exchange = answering(TAKEN);
                MexcWire wire = exchange.wire(LONG, LONG, 1)) {
            LoadedCall<OrderAck> order = load(wire, Instant.now());
            exchange.awaitConnections(1);
            exchange.cutConnections();
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(order::isSpent);

            MexcResult<OrderAck> result = await(order.fire());

            assertThat(result).isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    void aConnectionCutAfterFiringLeavesDoubtAndIsNotReplaced() {
        try (StubExchange exchange =
                        new StubExchange(request -> request.connection().close());
                MexcWire wire = exchange.wire()) {
            LoadedCall<OrderAck> order = load(wire, Instant.now());
            exchange.awaitConnections(1);

            MexcResult<OrderAck> result = await(order.fire());

            assertThat(doubt(result)).isEqualTo(Doubt.RESET);
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    void anOrderThatHasExpiredWhenFiredIsNotSentAndHoldsNoConnection() {
        try (StubExchange exchange = answering(TAKEN);
                MexcWire wire = exchange.wire(LONG, LONG, 1)) {
            LoadedCall<OrderAck> stale = load(wire, Instant.now().minusSeconds(10));

            MexcResult<OrderAck> result = await(stale.fire());

            assertThat(cause(result)).isEqualTo(Cause.OUTSIDE_WINDOW);
            assertThat(await(place(wire))).isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).hasSize(1);
        }
    }
}
