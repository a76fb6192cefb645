package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves each fault of an order on sells alone: the coins are gone exactly when the exchange executed the sell. */
class SellFaultTest {

    private static final String SELLS = "\"endpoint\":\"POST /api/v3/order\",\"side\":\"SELL\",\"count\":1,";

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void hitsASellAndNoBuy() {
        simulator.inject(SELLS + "\"effect\":{\"type\":\"answer\",\"status\":503}");

        assertThat(simulator.buyMarket("MXUSDT", "5", "in").status()).isEqualTo(200);
        assertThat(sell("out").status()).isEqualTo(503);
        assertThat(sell("again").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "executed {0}, reset {1}")
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void losesTheAnswerToASell(boolean executed, boolean reset) {
        simulator.inject(
                SELLS + "\"effect\":{\"type\":\"drop\",\"executed\":" + executed + ",\"reset\":" + reset + "}");

        assertThatThrownBy(() -> sell("lost")).isInstanceOf(UncheckedIOException.class);

        assertThat(simulator.query("MXUSDT", "lost").status()).isEqualTo(executed ? 200 : 400);
        assertThat(coins()).isEqualTo(executed ? "60" : "100");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersAnInternalErrorToASell(boolean executed) {
        simulator.inject(SELLS + "\"effect\":{\"type\":\"answer\",\"status\":500,\"executed\":" + executed + "}");

        assertThat(sell("unsure").status()).isEqualTo(500);
        assertThat(coins()).isEqualTo(executed ? "60" : "100");
    }

    @Test
    void answersTooManyRequestsWithoutExecutingTheSell() {
        simulator.inject(SELLS + "\"effect\":{\"type\":\"answer\",\"status\":429,\"headers\":{\"Retry-After\":\"1\"}}");

        assertThat(sell("busy").status()).isEqualTo(429);
        assertThat(coins()).isEqualTo("100");
    }

    @Test
    void refusesSellsOverTheOrderRate() {
        simulator.control("PATCH", "/behaviour", "{\"ordersPerSecond\":1}");

        assertThat(sell("first").status()).isEqualTo(200);
        assertThat(sell("second").status()).isEqualTo(429);
        assertThat(coins()).isEqualTo("60");
    }

    @Test
    void findsASellLate() {
        simulator.inject(SELLS + "\"effect\":{\"type\":\"behave\",\"behaviour\":"
                + "{\"visibilityDelayMinMillis\":300,\"visibilityDelayMaxMillis\":300,"
                + "\"fillLagMinMillis\":400,\"fillLagMaxMillis\":400}}");
        sell("late");

        assertThat(simulator.query("MXUSDT", "late").code()).isEqualTo(-2013);
        clock.advance(Duration.ofMillis(300));
        assertThat(status("late")).isEqualTo("NEW");
        clock.advance(Duration.ofMillis(100));
        assertThat(status("late")).isEqualTo("FILLED");
    }

    @Test
    void fillsAPartOfASellAndCancelsTheRest() {
        simulator.inject(SELLS + "\"effect\":{\"type\":\"behave\",\"behaviour\":{\"fillFraction\":\"0.25\"}}");
        sell("partly");

        assertThat(status("partly")).isEqualTo("PARTIALLY_CANCELED");
        assertThat(coins()).isEqualTo("90");
    }

    @Test
    void losesTheAnswerToACancellationThatWasExecuted() {
        simulator.signed(
                "POST",
                "/api/v3/order",
                "symbol=MXUSDT&side=SELL&type=LIMIT&quantity=40&price=4&newClientOrderId=rest");
        simulator.inject(
                "\"endpoint\":\"DELETE /api/v3/order\",\"count\":1,\"effect\":{\"type\":\"drop\",\"executed\":true}");

        assertThatThrownBy(() -> simulator.signed("DELETE", "/api/v3/order", "symbol=MXUSDT&origClientOrderId=rest"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(status("rest")).isEqualTo("CANCELED");
        assertThat(coins()).isEqualTo("100");
    }

    @Test
    void refusesASideWherePushesHaveNone() {
        assertThat(simulator
                        .control(
                                "POST",
                                "/faults",
                                "{\"endpoint\":\"PUSH spot@private.orders.v3.api.pb\",\"side\":\"SELL\","
                                        + "\"effect\":{\"type\":\"lose\"}}")
                        .status())
                .isEqualTo(400);
    }

    private RunningSimulator.Answer sell(String clientOrderId) {
        return simulator.signed(
                "POST",
                "/api/v3/order",
                "symbol=MXUSDT&side=SELL&type=MARKET&quantity=40&newClientOrderId=" + clientOrderId);
    }

    private String status(String clientOrderId) {
        return simulator.query("MXUSDT", clientOrderId).body().path("status").asText();
    }

    private String coins() {
        JsonNode mx = simulator.state("/accounts/alpha").at("/balances/MX/free");
        return mx.asText();
    }
}
