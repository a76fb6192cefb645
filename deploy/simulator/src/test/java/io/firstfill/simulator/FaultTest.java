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

/** Faults on demand, and the truth about them on the control port. */
class FaultTest {

    private final Lab lab = new Lab();

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void answersTooManyRequestsAsOftenAsAsked() {
        inject("\"endpoint\":\"GET /api/v3/time\",\"skip\":1,\"count\":1,\"effect\":"
                + "{\"type\":\"answer\",\"status\":429,\"headers\":{\"Retry-After\":\"7\"}}");

        int before = lab.get("/api/v3/time").status();
        Lab.Answer hit = lab.get("/api/v3/time");
        int after = lab.get("/api/v3/time").status();

        assertThat(before).isEqualTo(200);
        assertThat(hit.status()).isEqualTo(429);
        assertThat(hit.response().headers().firstValue("Retry-After")).contains("7");
        assertThat(after).isEqualTo(200);
        assertThat(lab.truth("/faults").path(0).path("hits").asInt()).isEqualTo(1);
    }

    @Test
    void answersHtmlLikeTheFirewall() {
        inject("\"effect\":{\"type\":\"answer\",\"status\":403,\"contentType\":\"text/html\","
                + "\"body\":\"<html>Access Denied</html>\"}");

        Lab.Answer denied = lab.get("/api/operation/new_coin_calendar");

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.response().body()).startsWith("<html>");
    }

    @Test
    void losesTheAnswerOfAnExecutedOrder() {
        inject("\"endpoint\":\"POST /api/v3/order\",\"count\":1,\"effect\":{\"type\":\"drop\",\"executed\":true}");

        assertThatThrownBy(() -> lab.buyMarket("MXUSDT", "50", "lost")).isInstanceOf(UncheckedIOException.class);

        assertThat(lab.query("MXUSDT", "lost").body().path("status").asText()).isEqualTo("FILLED");
        JsonNode arrival = lab.truth("/arrivals").path(0);
        assertThat(arrival.path("code").asInt()).isEqualTo(200);
        assertThat(arrival.path("faults").path(0).asText()).isEqualTo("fault-1");
    }

    @Test
    void dropsAnOrderBeforeItsExecution() {
        inject("\"endpoint\":\"POST /api/v3/order\",\"count\":1,\"effect\":{\"type\":\"drop\"}");

        assertThatThrownBy(() -> lab.buyMarket("MXUSDT", "50", "lost")).isInstanceOf(UncheckedIOException.class);

        assertThat(lab.query("MXUSDT", "lost").code()).isEqualTo(-2013);
        assertThat(lab.truth("/orders")).isEmpty();
        assertThat(lab.truth("/arrivals")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resetsTheConnection(boolean executed) {
        inject(
                "\"endpoint\":\"POST /api/v3/order\",\"count\":1,\"effect\":{\"type\":\"drop\",\"reset\":true,\"executed\":"
                        + executed + "}");

        assertThatThrownBy(() -> lab.buyMarket("MXUSDT", "50", "lost"))
                .rootCause()
                .hasMessage("Connection reset");

        assertThat(lab.truth("/orders")).hasSize(executed ? 1 : 0);
    }

    @Test
    void hitsOneSymbolAlone() {
        inject(
                "\"endpoint\":\"POST /api/v3/order\",\"symbol\":\"SOLUSDT\",\"effect\":{\"type\":\"answer\",\"status\":503}");

        Lab.Answer other = lab.buyMarket("MXUSDT", "50", "unharmed");
        Lab.Answer hit = lab.buyMarket("SOLUSDT", "50", "hit");

        assertThat(other.status()).isEqualTo(200);
        assertThat(hit.status()).isEqualTo(503);
    }

    @Test
    void answersAnInternalErrorAfterTheExecution() {
        inject("\"endpoint\":\"/api/v3/order\",\"count\":1,\"effect\":"
                + "{\"type\":\"answer\",\"status\":500,\"executed\":true}");

        Lab.Answer failed = lab.buyMarket("MXUSDT", "50", "unsure");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(lab.query("MXUSDT", "unsure").status()).isEqualTo(200);
    }

    @Test
    void judgesTheTimestampWhenADelayedRequestIsExecuted() {
        inject("\"endpoint\":\"POST /api/v3/order\",\"effect\":{\"type\":\"delayExecution\",\"millis\":1100}");

        Lab.Answer late = lab.buyMarket("MXUSDT", "50", "late");

        assertThat(late.code()).isEqualTo(700003);
    }

    @Test
    void delaysTheAnswerButNotTheExecution() {
        inject("\"endpoint\":\"POST /api/v3/order\",\"effect\":{\"type\":\"delayAnswer\",\"millis\":200}");
        long before = System.nanoTime();

        lab.buyMarket("MXUSDT", "50", "slow");

        assertThat(System.nanoTime() - before).isGreaterThan(200_000_000L);
        JsonNode order = lab.truth("/orders").path(0);
        assertThat(order.path("acceptedMicros").asLong()
                        - order.path("receivedMicros").asLong())
                .isLessThan(100_000L);
    }

    @Test
    void changesTheBehaviourForMatchingRequestsOnly() {
        lab.control("POST", "/accounts", Lab.account("beta", "mx0beta"));
        inject("\"account\":\"beta\",\"effect\":{\"type\":\"behave\",\"behaviour\":{\"fillFraction\":\"0.5\"}}");
        String order = "symbol=MXUSDT&side=SELL&type=MARKET&quantity=10&newClientOrderId=half&timestamp="
                + System.currentTimeMillis();

        lab.as("mx0beta", "POST", "/api/v3/order?" + order + "&signature=" + Lab.sign(order));
        lab.signed("POST", "/api/v3/order", "symbol=MXUSDT&side=SELL&type=MARKET&quantity=10");

        JsonNode orders = lab.truth("/orders");
        assertThat(orders.path(0).path("status").asText()).isEqualTo("PARTIALLY_CANCELED");
        assertThat(orders.path(0).path("executed").asText()).isEqualTo("5");
        assertThat(orders.path(1).path("status").asText()).isEqualTo("FILLED");
    }

    @Test
    void hitsWithTheGivenProbabilityTheSameWayForTheSameSeed() {
        String rule = "\"endpoint\":\"/api/v3/ping\",\"probability\":\"0.5\",\"seed\":42,\"effect\":"
                + "{\"type\":\"answer\",\"status\":503}";
        inject(rule);
        String first = outcomes();
        lab.control("DELETE", "/faults", "");
        inject(rule);

        String second = outcomes();

        assertThat(second).isEqualTo(first).contains("200").contains("503");
    }

    @Test
    void movesTheServerClock() {
        lab.control("PATCH", "/behaviour", "{\"clockOffsetMillis\":60000}");

        long server = lab.get("/api/v3/time").body().path("serverTime").asLong();

        assertThat(server - System.currentTimeMillis()).isBetween(59_000L, 60_001L);
        assertThat(lab.buyMarket("MXUSDT", "50", "stale").code()).isEqualTo(700003);
    }

    @Test
    void letsTheServerClockDriftAndJump() {
        lab.control("PATCH", "/behaviour", "{\"clockDriftPpm\":100000}");
        lab.control("POST", "/clock/jumps", "{\"millis\":-30000}");

        Lab.await(Duration.ofSeconds(5), () -> aheadMillis() > -29_950);

        assertThat(aheadMillis()).isBetween(-30_000L, -29_000L);
        assertThat(lab.buyMarket("MXUSDT", "50", "ahead").code()).isEqualTo(700003);
        assertThat(lab.control("POST", "/clock/jumps", "{}").status()).isEqualTo(400);
    }

    private long aheadMillis() {
        return lab.get("/api/v3/time").body().path("serverTime").asLong() - System.currentTimeMillis();
    }

    @Test
    void refusesAnUnknownSwitchAsAProblem() {
        Lab.Answer refused = lab.control("PATCH", "/behaviour", "{\"nope\":1}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("detail").asText()).isEqualTo("there is no switch nope");
        assertThat(refused.response().headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private String outcomes() {
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            outcomes.append(lab.get("/api/v3/ping").status()).append(' ');
        }
        return outcomes.toString();
    }

    private void inject(String rule) {
        assertThat(lab.control("POST", "/faults", "{" + rule + "}").status()).isEqualTo(201);
    }
}
