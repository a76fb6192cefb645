package io.firstfill.benchmark.schedule;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.Polling;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Starts the run that buys all listings, through the gateway. Its configuration, {@code configuration.json}, has the
 * highest caps that control takes; a test of control's reads the file.
 */
public final class TradingRun {
    private static final JsonObject CONFIGURATION = configuration();
    /** The USDT that each buy spends. */
    public static final String QUOTE_AMOUNT = CONFIGURATION.getString("quoteAmount");

    private static final Duration GATE_TIMEOUT = Duration.ofSeconds(60);

    private TradingRun() {}

    /** Deposits USDT at the exchange, waits for the start-up gate, starts the run and returns its id. */
    public static String start(GatewayClient operator, SimulatorClient exchange) {
        return start(operator, exchange, new JsonObject());
    }

    /** The same, with other values for some fields of the configuration. */
    public static String start(GatewayClient operator, SimulatorClient exchange, JsonObject changes) {
        exchange.send(
                        "POST",
                        "/accounts/paper/deposits",
                        new JsonObject().put("asset", "USDT").put("amount", "1000000"))
                .expect(200);
        Polling.until(
                GATE_TIMEOUT,
                "the start-up gate to open",
                () -> operator.failingGateItems("paper").isEmpty());
        String configuration = operator.control(
                        "POST", "/configurations", CONFIGURATION.copy().mergeIn(changes))
                .expect(201)
                .json()
                .getString("configurationId");
        JsonObject start = new JsonObject().put("environment", "paper").put("configurationId", configuration);
        return operator.control("POST", "/runs", Map.of("Idempotency-Key", "bench-" + configuration), start)
                .expect(201)
                .json()
                .getString("runId");
    }

    /** Stops the run; returns when it has stopped. */
    public static void stop(GatewayClient operator, String run) {
        JsonObject reason = new JsonObject().put("reason", "benchmark");
        Polling.until(
                GATE_TIMEOUT,
                "run " + run + " to stop",
                () -> "STOPPED"
                        .equals(operator.control("POST", "/runs/" + run + "/stop", reason)
                                .json()
                                .getString("state")));
    }

    private static JsonObject configuration() {
        try (InputStream file = Objects.requireNonNull(TradingRun.class.getResourceAsStream("configuration.json"))) {
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
