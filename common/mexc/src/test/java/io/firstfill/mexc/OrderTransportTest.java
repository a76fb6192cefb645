package io.firstfill.mexc;

import static io.firstfill.mexc.OrderCalls.await;
import static io.firstfill.mexc.OrderCalls.cause;
import static io.firstfill.mexc.OrderCalls.doubt;
import static io.firstfill.mexc.OrderCalls.place;
import static io.firstfill.mexc.OrderCalls.test;
import static io.firstfill.mexc.StubExchange.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.order.OrderAck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Each way of losing the connection proves what the result says, and none makes the transport send an order again. */
class OrderTransportTest {

    private static final String ORDER = "/api/v3/order";
    private static final String TEST = "/api/v3/order/test";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(3);

    @Test
    void aConnectionCutMidRequestLeavesDoubtAndIsNotReplayed() {
        try (StubExchange exchange =
                        new StubExchange(request -> request.connection().close());
                MexcWire wire = exchange.wire()) {
            // When
            MexcResult<OrderAck> result = await(place(wire));

            // Then
            assertThat(doubt(result)).isEqualTo(Doubt.RESET);
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have one loopback address")
    void ordersAndQueriesLeaveFromTheEgressAddress() {
        try (StubExchange exchange = answering("{}");
                MexcWire wire = exchange.wireFrom("127.0.0.3")) {
            await(place(wire));
            await(wire.market().time());

            assertThat(exchange.seen).extracting(StubExchange.Seen::from).containsExactly("127.0.0.3", "127.0.0.3");
        }
    }

    /** The case in which many HTTP clients quietly open another connection and write again. */
    @Test
    void aPooledConnectionFoundDeadIsNotReplacedUnderTheOrder() {
        try (StubExchange exchange = new StubExchange(OrderTransportTest::answerTestsAndCutOrders);
                MexcWire wire = exchange.wire(LONG, LONG, 1)) {
            // Given
            assertThat(await(test(wire))).isInstanceOf(MexcResult.Answer.class);

            // When
            MexcResult<OrderAck> result = await(place(wire));

            // Then
            assertThat(doubt(result)).isEqualTo(Doubt.RESET);
            assertThat(await(test(wire)))
                    .as("the pool recovers for the next call")
                    .isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).extracting(StubExchange.Seen::path).containsExactly(TEST, ORDER, TEST);
        }
    }

    @Test
    void anAnswerCutInTheMiddleLeavesDoubt() {
        try (StubExchange exchange = new StubExchange(request -> {
                    request.response().putHeader("content-length", "500").write("{\"orderId\":\"C02");
                    request.connection().close();
                });
                MexcWire wire = exchange.wire()) {
            // When
            MexcResult<OrderAck> result = await(place(wire));

            // Then
            assertThat(doubt(result)).isEqualTo(Doubt.RESET);
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    void noAnswerInTimeLeavesDoubtAndTheSocketIsNotUsedAgain() {
        try (StubExchange exchange = new StubExchange(OrderTransportTest::answerTestsAndLeaveOrders);
                MexcWire wire = exchange.wire(LONG, SHORT, 1)) {
            // When
            MexcResult<OrderAck> result = await(place(wire));

            // Then
            assertThat(doubt(result)).isEqualTo(Doubt.TIMEOUT);
            assertThat(result)
                    .isInstanceOfSatisfying(
                            MexcResult.Ambiguous.class,
                            ambiguous -> assertThat(ambiguous.requestWritten()).isTrue());
            assertThat(await(test(wire))).isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).extracting(StubExchange.Seen::path).containsExactly(ORDER, TEST);
        }
    }

    /** Each piece comes in good time; the whole does not. */
    @Test
    void anAnswerThatTricklesIsOutOfTimeToo() {
        try (StubExchange exchange = new StubExchange(OrderTransportTest::trickle);
                MexcWire wire = exchange.wire(LONG, SHORT, 1)) {
            assertThat(doubt(await(place(wire)))).isEqualTo(Doubt.TIMEOUT);
        }
    }

    @Test
    void aRefusedConnectionIsProofThatNothingLeft() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        try (StubExchange exchange = answering("{}");
                MexcWire wire = exchange.wire(URI.create("http://127.0.0.1:" + unused), LONG, LONG, 1)) {
            assertThat(cause(await(place(wire)))).isEqualTo(Cause.CONNECT_FAILED);
        }
    }

    /** The connection comes free after the second order has been given up: it must not be written then. */
    @Test
    void anOrderGivenUpWhileWaitingForASocketIsNeverSent() {
        try (StubExchange exchange = new StubExchange(OrderTransportTest::answerLate);
                MexcWire wire = exchange.wire(SHORT, LONG, 1)) {
            // Given
            Uni<MexcResult<OrderAck>> first = place(wire);

            // When
            MexcResult<OrderAck> second = await(place(wire));

            // Then
            assertThat(cause(second)).isEqualTo(Cause.CONNECT_TIMEOUT);
            assertThat(await(first)).isInstanceOf(MexcResult.Answer.class);
            assertThat(await(test(wire))).as("the socket is in the pool again").isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).extracting(StubExchange.Seen::path).containsExactly(ORDER, TEST);
        }
    }

    @Test
    void aClosedWireSendsNothing() {
        try (StubExchange exchange = answering("{}")) {
            MexcWire wire = exchange.wire();
            wire.close();

            assertThat(cause(await(place(wire)))).isEqualTo(Cause.CLOSED);
        }
    }

    private static boolean isTest(HttpServerRequest request) {
        return request.path().equals(TEST);
    }

    private static void answerTestsAndCutOrders(HttpServerRequest request) {
        if (isTest(request)) {
            request.response().end("{}");
        } else {
            request.connection().close();
        }
    }

    private static void answerTestsAndLeaveOrders(HttpServerRequest request) {
        if (isTest(request)) {
            request.response().end("{}");
        }
    }

    private static void trickle(HttpServerRequest request) {
        request.response().setChunked(true);
        Vertx.currentContext().owner().setPeriodic(50, id -> request.response().write(" "));
    }

    private static void answerLate(HttpServerRequest request) {
        if (isTest(request)) {
            request.response().end("{}");
        } else {
            Vertx.currentContext()
                    .owner()
                    .setTimer(
                            800,
                            id -> request.response().end("{\"orderId\":\"C02__1\",\"transactTime\":1666676533741}"));
        }
    }
}
