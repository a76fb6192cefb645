package io.firstfill.mexc;

import static io.firstfill.mexc.OrderCalls.await;
import static io.firstfill.mexc.OrderCalls.doubt;
import static io.firstfill.mexc.OrderCalls.place;
import static io.firstfill.mexc.StubExchange.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.MexcResult.Cause;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.budget.Lane;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of answer proves what the result says about an order. */
class OrderAnswerTest {

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
    void aCodeByWhichTheExchangeSaysThatItDoesNotKnowLeavesDoubt(int status, String body) {
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
    @ValueSource(ints = {200, 400, 401, 404})
    void theCodeDecidesAndNotTheStatus(int status) {
        String body =
                "{\"msg\":\"The current transaction direction is not allowed to place an order\",\"code\":30001,\"_extend\":null}";

        assertThat(placedAgainst(status, "application/json", body))
                .isInstanceOfSatisfying(MexcResult.Refused.class, refused -> {
                    assertThat(refused.httpStatus()).isEqualTo(status);
                    assertThat(refused.outcome()).isEqualTo(new Outcome.NotYetOpen());
                });
    }

    @ParameterizedTest
    @CsvSource({"429, {}", "418, <html>banned</html>", "403, <html>Access Denied</html>", "200, '{\"code\":429}'"})
    void aThrottleProvesThatNothingWasExecuted(int status, String body) {
        assertThat(placedAgainst(status, "text/plain", body)).isInstanceOf(MexcResult.Throttled.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 418, 403})
    void theStatusDecidesAThrottleWhateverTheBodySays(int status) {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "{\"code\":30001,\"msg\":\"not open\"}",
                "{\"code\":700002,\"msg\":\"signature\"}",
                "{\"code\":1e999999999}",
                "{\"orderId\":\"C02__1\"}",
                "<html>Access Denied</html>")) {
            assertThat(placedAgainst(status, "application/json", body))
                    .as(body)
                    .isInstanceOfSatisfying(
                            MexcResult.Throttled.class,
                            throttled -> assertThat(throttled.status()).isEqualTo(status));
        }
    }

    @Test
    void aThrottleWhoseBodyNeverEndsIsAThrottle() {
        try (StubExchange exchange = new StubExchange(request -> request.response()
                        .setStatusCode(429)
                        .setChunked(true)
                        .putHeader("retry-after", "0.5")
                        .write("{"));
                MexcWire wire = exchange.wire(Duration.ofSeconds(2), Duration.ofMillis(200), 2)) {
            assertThat(await(place(wire)))
                    .isInstanceOfSatisfying(
                            MexcResult.Throttled.class,
                            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofMillis(500)));
            assertThat(exchange.budget.stoppedUntil(Lane.ORDER)).isAfter(Instant.MIN);
        }
    }

    @Test
    void theMessageOfARefusalIsCutBetweenCharactersAndCarriesNoControl() {
        String text = "a\\u0000" + "x".repeat(197) + "\\ud83d\\ude00 and more";
        assertThat(placedAgainst(400, "application/json", "{\"code\":30002,\"msg\":\"" + text + "\"}"))
                .isInstanceOfSatisfying(
                        MexcResult.Refused.class,
                        refused -> assertThat(refused.message()).isEqualTo("a\uFFFD" + "x".repeat(197)));
    }

    @Test
    void tooManyRequestsStopTheBudgetForAsLongAsTheExchangeStates() {
        try (StubExchange exchange = new StubExchange(request -> request.response()
                        .setStatusCode(429)
                        .putHeader("retry-after", "7")
                        .end("{\"code\":429,\"msg\":\"Too Many Requests\"}"));
                MexcWire wire = exchange.wire()) {
            // When
            Instant before = Instant.now();
            MexcResult<OrderAck> first = await(place(wire));
            MexcResult<OrderAck> second = await(place(wire));

            // Then
            assertThat(first)
                    .isInstanceOfSatisfying(
                            MexcResult.Throttled.class,
                            throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
            assertThat(second).isInstanceOfSatisfying(MexcResult.NotSent.class, unsent -> {
                assertThat(unsent.cause()).isEqualTo(Cause.BUDGET_EMPTY);
                assertThat(unsent.retryAt()).isAfter(before.plusSeconds(5));
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
            assertThat(exchange.budget.stoppedUntil(Lane.ORDER)).isEqualTo(Instant.MIN);
            await(place(wire));
            assertThat(exchange.budget.stoppedUntil(Lane.ORDER)).isAfter(Instant.now());
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
}
