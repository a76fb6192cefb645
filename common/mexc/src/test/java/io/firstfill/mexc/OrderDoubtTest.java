package io.firstfill.mexc;

import static io.firstfill.mexc.StubExchange.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.mexc.outcome.OutcomeCode;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way of failing proves about an order, and that none of them makes the transport send it again. */
class OrderDoubtTest {

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

    /** The case in which many HTTP clients quietly open another connection and write again. */
    @Test
    void aPooledConnectionFoundDeadIsNotReplacedUnderTheOrder() {
        try (StubExchange exchange = new StubExchange(OrderDoubtTest::answerPingsAndCutOrders);
                MexcWire wire = exchange.wire(LONG, LONG, 1)) {
            // Given
            assertThat(await(signed(wire).warmUp())).isInstanceOf(MexcResult.Answer.class);

            // When
            MexcResult<OrderAck> result = await(place(wire));

            // Then
            assertThat(doubt(result)).isEqualTo(Doubt.RESET);
            assertThat(await(signed(wire).warmUp()))
                    .as("the pool recovers for the next call")
                    .isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).extracting(StubExchange.Seen::method).containsExactly("GET", "POST", "GET");
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
        try (StubExchange exchange = new StubExchange(OrderDoubtTest::answerPingsAndLeaveOrders);
                MexcWire wire = exchange.wire(LONG, SHORT, 1)) {
            // When
            MexcResult<OrderAck> result = await(place(wire));

            // Then
            assertThat(doubt(result)).isEqualTo(Doubt.TIMEOUT);
            assertThat(result)
                    .isInstanceOfSatisfying(
                            MexcResult.Ambiguous.class,
                            ambiguous -> assertThat(ambiguous.requestWritten()).isTrue());
            assertThat(await(signed(wire).warmUp())).isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).extracting(StubExchange.Seen::method).containsExactly("POST", "GET");
        }
    }

    /** Each piece comes in good time; the whole does not. */
    @Test
    void anAnswerThatTricklesIsOutOfTimeToo() {
        try (StubExchange exchange = new StubExchange(OrderDoubtTest::trickle);
                MexcWire wire = exchange.wire(LONG, SHORT, 1)) {
            assertThat(doubt(await(place(wire)))).isEqualTo(Doubt.TIMEOUT);
        }
    }

    @Test
    void anAnswerWithoutEndIsNotReadIntoMemory() {
        assertThat(doubt(placedAgainst(200, "application/json", " ".repeat(2 << 20))))
                .isEqualTo(Doubt.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServerErrorProvesNothingEvenWithACode(int status) {
        String body = "{\"code\":30001,\"msg\":\"whatever it says\"}";
        assertThat(doubt(placedAgainst(status, "application/json", body))).isEqualTo(Doubt.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"code\":500,\"message\":\"Under maintenance...\"}",
                "400 | {\"code\":503,\"msg\":\"service not available, please try again\"}",
                "400 | {\"code\":10203,\"msg\":\"order processing error\"}"
            })
    void aCodeByWhichTheExchangeItselfDoesNotKnowIsDoubt(int status, String body) {
        assertThat(doubt(placedAgainst(status, "application/json", body))).isEqualTo(Doubt.SERVER_ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>hello</html>",
                "200 | {\"symbol\":\"NEWUSDT\"}",
                "200 | {\"orderId\":\"C02__1\"",
                "200 | ''",
                "200 | \"OK\"",
                "302 | ''",
                "404 | <html>not found</html>",
                "400 | {\"reason\":\"no code\"}"
            })
    void anAnswerThatIsNotAnOrderLeavesDoubt(int status, String body) {
        assertThat(doubt(placedAgainst(status, "text/plain", body))).isEqualTo(Doubt.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403})
    void theCodeDecidesAndNotTheStatus(int status) {
        String body =
                "{\"msg\":\"The current transaction direction is not allowed to place an order\",\"code\":30001,\"_extend\":null}";

        assertThat(placedAgainst(status, "application/json", body))
                .isInstanceOfSatisfying(MexcResult.Refused.class, refused -> {
                    assertThat(refused.httpStatus()).isEqualTo(status);
                    assertThat(refused.outcome().meaning()).isEqualTo(OutcomeCode.NOT_YET_OPEN);
                });
    }

    @Test
    void tooManyRequestsSilencesTheBudgetForAsLongAsTold() {
        try (StubExchange exchange = new StubExchange(request -> request.response()
                        .setStatusCode(429)
                        .putHeader("retry-after", "7")
                        .end("{\"code\":429,\"msg\":\"Too Many Requests\"}"));
                MexcWire wire = exchange.wire()) {
            // When
            MexcResult<OrderAck> first = await(place(wire));
            MexcResult<OrderAck> second = await(place(wire));

            // Then
            assertThat(first)
                    .isInstanceOfSatisfying(
                            MexcResult.Throttled.class,
                            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
            assertThat(second).isInstanceOfSatisfying(MexcResult.NotSent.class, unsent -> {
                assertThat(unsent.cause()).isEqualTo(Cause.BUDGET_EMPTY);
                assertThat(unsent.retryAt()).isAfter(Instant.now().plusSeconds(5));
            });
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    void theFirewallsHtmlIsAThrottleAndOnTheWebsiteStopsOnlyTheWebsite() {
        try (StubExchange exchange = answering(403, "text/html", "<html>Access Denied</html>");
                MexcWire wire = exchange.wire()) {
            // When
            MexcResult<?> calendar = await(wire.market().calendar());

            // Then
            assertThat(calendar).isInstanceOfSatisfying(MexcResult.Throttled.class, throttled -> {
                assertThat(throttled.status()).isEqualTo(403);
                assertThat(throttled.html()).isTrue();
                assertThat(throttled.retryAfter()).isNull();
            });
            assertThat(exchange.budget.usage().stopped()).isFalse();
            await(place(wire));
            assertThat(exchange.budget.usage().stopped()).isTrue();
        }
    }

    @Test
    void aRefusedConnectionIsProofThatNothingLeft() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        try (StubExchange exchange = answering("{}");
                MexcWire wire = exchange.wire(URI.create("http://127.0.0.1:" + nobody), LONG, LONG, 1)) {
            assertThat(cause(await(place(wire)))).isEqualTo(Cause.CONNECT_FAILED);
        }
    }

    /** The connection comes free after the second order has been given up: it must not be written then. */
    @Test
    void anOrderGivenUpWhileWaitingForASocketIsNeverSent() {
        try (StubExchange exchange = new StubExchange(OrderDoubtTest::answerLate);
                MexcWire wire = exchange.wire(SHORT, LONG, 1)) {
            // Given
            Uni<MexcResult<OrderAck>> first = place(wire);

            // When
            MexcResult<OrderAck> second = await(place(wire));

            // Then
            assertThat(cause(second)).isEqualTo(Cause.CONNECT_TIMEOUT);
            assertThat(await(first)).isInstanceOf(MexcResult.Answer.class);
            assertThat(await(signed(wire).warmUp()))
                    .as("the socket was given back")
                    .isInstanceOf(MexcResult.Answer.class);
            assertThat(exchange.seen).extracting(StubExchange.Seen::method).containsExactly("POST", "GET");
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

    private static void answerPingsAndCutOrders(HttpServerRequest request) {
        if (request.method().name().equals("GET")) {
            request.response().end("{}");
        } else {
            request.connection().close();
        }
    }

    private static void answerPingsAndLeaveOrders(HttpServerRequest request) {
        if (request.method().name().equals("GET")) {
            request.response().end("{}");
        }
    }

    private static void trickle(HttpServerRequest request) {
        request.response().setChunked(true);
        Vertx.currentContext().owner().setPeriodic(50, id -> request.response().write(" "));
    }

    private static void answerLate(HttpServerRequest request) {
        if (request.method().name().equals("GET")) {
            request.response().end("{}");
        } else {
            Vertx.currentContext()
                    .owner()
                    .setTimer(
                            800,
                            id -> request.response().end("{\"orderId\":\"C02__1\",\"transactTime\":1666676533741}"));
        }
    }

    private static MexcResult<OrderAck> placedAgainst(int status, String type, String body) {
        try (StubExchange exchange = answering(status, type, body);
                MexcWire wire = exchange.wire()) {
            MexcResult<OrderAck> result = await(place(wire));
            assertThat(exchange.seen).hasSize(1);
            return result;
        }
    }

    private static Uni<MexcResult<OrderAck>> place(MexcWire wire) {
        MexcSignedClient client = signed(wire);
        OrderRequest order =
                new OrderRequest.MarketBuy(new MexcSymbol("NEWUSDT"), new BigDecimal("50"), new ClientOrderId("ff-1"));
        return client.place(client.prepare(order, Instant.now()));
    }

    private static MexcSignedClient signed(MexcWire wire) {
        return wire.signed(
                new MexcSigner(new MexcCredentials("the-key", "the-secret")),
                new ServerClock(InstantSource.system(), ClockOffset.standard()));
    }

    private static Doubt doubt(MexcResult<?> result) {
        assertThat(result).isInstanceOf(MexcResult.Ambiguous.class);
        return ((MexcResult.Ambiguous<?>) result).doubt();
    }

    private static Cause cause(MexcResult<?> result) {
        assertThat(result).isInstanceOf(MexcResult.NotSent.class);
        return ((MexcResult.NotSent<?>) result).cause();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(8));
    }
}
