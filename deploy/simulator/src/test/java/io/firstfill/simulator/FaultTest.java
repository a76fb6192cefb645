package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves each effect of a fault rule on HTTP, and that the control port reports what was executed nevertheless. */
class FaultTest {

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void answersTooManyRequestsAfterTheSkippedRequestsForTheGivenCount() {
        simulator.inject("\"endpoint\":\"GET /api/v3/time\",\"skip\":1,\"count\":1,\"effect\":"
                + "{\"type\":\"answer\",\"status\":429,\"headers\":{\"Retry-After\":\"7\"}}");

        int before = simulator.get("/api/v3/time").status();
        RunningSimulator.Answer hit = simulator.get("/api/v3/time");
        int after = simulator.get("/api/v3/time").status();

        assertThat(before).isEqualTo(200);
        assertThat(hit.status()).isEqualTo(429);
        assertThat(hit.response().headers().firstValue("Retry-After")).contains("7");
        assertThat(after).isEqualTo(200);
        assertThat(simulator.state("/faults").path(0).path("hits").asInt()).isEqualTo(1);
    }

    @Test
    void answersHtmlLikeTheFirewall() {
        simulator.inject("\"effect\":{\"type\":\"answer\",\"status\":403,\"contentType\":\"text/html\","
                + "\"body\":\"<html>Access Denied</html>\"}");

        RunningSimulator.Answer denied = simulator.get("/api/operation/new_coin_calendar");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.response().body()).startsWith("<html>");
    }

    @Test
    void losesTheAnswerOfAnExecutedOrder() {
        simulator.inject(
                "\"endpoint\":\"POST /api/v3/order\",\"count\":1,\"effect\":{\"type\":\"drop\",\"executed\":true}");

        assertThatThrownBy(() -> simulator.buyMarket("MXUSDT", "50", "lost")).isInstanceOf(UncheckedIOException.class);

        assertThat(simulator.query("MXUSDT", "lost").body().path("status").asText())
                .isEqualTo("FILLED");
        JsonNode arrival = simulator.state("/arrivals").path(0);
        assertThat(arrival.path("code").asInt()).isEqualTo(200);
        assertThat(arrival.path("faults").path(0).asText()).isEqualTo("fault-1");
    }

    @Test
    void dropsAnOrderBeforeItsExecution() {
        simulator.inject("\"endpoint\":\"POST /api/v3/order\",\"count\":1,\"effect\":{\"type\":\"drop\"}");

        assertThatThrownBy(() -> simulator.buyMarket("MXUSDT", "50", "lost")).isInstanceOf(UncheckedIOException.class);

        assertThat(simulator.query("MXUSDT", "lost").code()).isEqualTo(-2013);
        assertThat(simulator.state("/orders")).isEmpty();
        assertThat(simulator.state("/arrivals")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resetsTheConnection(boolean executed) {
        simulator.inject("\"endpoint\":\"POST /api/v3/order\",\"count\":1,\"effect\":"
                + "{\"type\":\"drop\",\"reset\":true,\"executed\":" + executed + "}");

        assertThatThrownBy(() -> simulator.buyMarket("MXUSDT", "50", "lost"))
                .rootCause()
                .hasMessage("Connection reset");

        assertThat(simulator.state("/orders")).hasSize(executed ? 1 : 0);
    }

    @Test
    void hitsOnlyTheSymbolOfTheRule() {
        simulator.inject("\"endpoint\":\"POST /api/v3/order\",\"symbol\":\"SOLUSDT\","
                + "\"effect\":{\"type\":\"answer\",\"status\":503}");

        RunningSimulator.Answer other = simulator.buyMarket("MXUSDT", "50", "unharmed");
        RunningSimulator.Answer hit = simulator.buyMarket("SOLUSDT", "50", "hit");

        assertThat(other.status()).isEqualTo(200);
        assertThat(hit.status()).isEqualTo(503);
    }

    @Test
    void answersAnInternalErrorAfterTheExecution() {
        simulator.inject("\"endpoint\":\"/api/v3/order\",\"count\":1,\"effect\":"
                + "{\"type\":\"answer\",\"status\":500,\"executed\":true}");

        RunningSimulator.Answer failed = simulator.buyMarket("MXUSDT", "50", "unsure");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(simulator.query("MXUSDT", "unsure").status()).isEqualTo(200);
    }

    @Test
    void checksTheTimestampWhenADelayedRequestIsExecuted() {
        try (RunningSimulator onSystemClock = RunningSimulator.onSystemClock()) {
            onSystemClock.inject(
                    "\"endpoint\":\"POST /api/v3/order\",\"effect\":{\"type\":\"delayExecution\",\"millis\":200}");

            RunningSimulator.Answer late = onSystemClock.signed(
                    "POST", "/api/v3/order", "symbol=MXUSDT&side=BUY&type=MARKET&quoteOrderQty=50&recvWindow=100");

            assertThat(late.code()).isEqualTo(700003);
        }
    }

    @Test
    void delaysTheAnswerButNotTheExecution() {
        try (RunningSimulator onSystemClock = RunningSimulator.onSystemClock()) {
            onSystemClock.inject(
                    "\"endpoint\":\"POST /api/v3/order\",\"effect\":{\"type\":\"delayAnswer\",\"millis\":200}");

            RunningSimulator.Answer answer = onSystemClock.buyMarket("MXUSDT", "50", "slow");
            long answeredMillis = onSystemClock.millis();

            JsonNode order = onSystemClock.state("/orders").path(0);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answeredMillis - order.path("acceptedMicros").asLong() / 1000)
                    .isGreaterThanOrEqualTo(199);
        }
    }

    @Test
    void changesTheBehaviourForMatchingRequestsOnly() {
        simulator.control("POST", "/accounts", RunningSimulator.account("beta", "mx0beta"));
        simulator.inject(
                "\"account\":\"beta\",\"effect\":{\"type\":\"behave\",\"behaviour\":{\"fillFraction\":\"0.5\"}}");
        String order = "symbol=MXUSDT&side=SELL&type=MARKET&quantity=10";

        simulator.signedAs("mx0beta", "POST", "/api/v3/order", order);
        simulator.signed("POST", "/api/v3/order", order);

        JsonNode orders = simulator.state("/orders");
        assertThat(orders.path(0).path("status").asText()).isEqualTo("PARTIALLY_CANCELED");
        assertThat(orders.path(0).path("executed").asText()).isEqualTo("5");
        assertThat(orders.path(1).path("status").asText()).isEqualTo("FILLED");
    }

    @Test
    void hitsWithTheGivenProbabilityTheSameWayForTheSameSeed() {
        String rule = "\"endpoint\":\"/api/v3/ping\",\"probability\":\"0.5\",\"seed\":42,\"effect\":"
                + "{\"type\":\"answer\",\"status\":503}";
        simulator.inject(rule);
        String first = outcomes();
        simulator.control("DELETE", "/faults", "");
        simulator.inject(rule);

        String second = outcomes();

        assertThat(second).isEqualTo(first).contains("200").contains("503");
    }

    @Test
    void offsetsTheServerClock() {
        simulator.control("PATCH", "/behaviour", "{\"clockOffsetMillis\":90000}");

        long ahead = aheadMillis();

        assertThat(ahead).isEqualTo(90_000);
        assertThat(simulator.buyMarket("MXUSDT", "50", "stale").code()).isEqualTo(700003);
    }

    @Test
    void letsTheServerClockDriftAndJump() {
        simulator.control("PATCH", "/behaviour", "{\"clockDriftPpm\":100000}");
        simulator.control("POST", "/clock/jumps", "{\"millis\":-30000}");

        clock.advance(Duration.ofMillis(500));

        assertThat(aheadMillis()).isEqualTo(-29_950);
        assertThat(simulator.buyMarket("MXUSDT", "50", "ahead").code()).isEqualTo(700003);
        assertThat(simulator.control("POST", "/clock/jumps", "{}").status()).isEqualTo(400);
    }

    private long aheadMillis() {
        return simulator.get("/api/v3/time").body().path("serverTime").asLong() - simulator.millis();
    }

    @Test
    void refusesAnUnknownSwitchAsAProblem() {
        RunningSimulator.Answer refused = simulator.control("PATCH", "/behaviour", "{\"nope\":1}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("detail").asText()).isEqualTo("there is no switch nope");
        assertThat(refused.response().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private String outcomes() {
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            outcomes.append(simulator.get("/api/v3/ping").status()).append(' ');
        }
        return outcomes.toString();
    }
}
