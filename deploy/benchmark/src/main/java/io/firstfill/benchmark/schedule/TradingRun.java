package io.firstfill.benchmark.schedule;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.Polling;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** Starts the run that buys all listings, through the gateway, with the highest caps a configuration takes. */
public final class TradingRun {
    /** The USDT that each buy spends. */
    public static final String QUOTE_AMOUNT = "20";

    private static final Duration GATE_TIMEOUT = Duration.ofSeconds(60);
    private static final int TRADES_PER_HOUR = 10_000;
    private static final int CONCURRENT_LISTINGS = 1_000;

    private TradingRun() {}

    /** Deposits USDT at the exchange, waits for the start-up gate, starts the run and returns its id. */
    public static String start(GatewayClient operator, SimulatorClient exchange) {
        exchange.send(
                        "POST",
                        "/accounts/paper/deposits",
                        new JsonObject().put("asset", "USDT").put("amount", "1000000"))
                .expect(200);
        Polling.until(
                GATE_TIMEOUT,
                "the start-up gate to open",
                () -> operator.failingGateItems("paper").isEmpty());
        String configuration = operator.control("POST", "/configurations", configuration())
                .expect(201)
                .json()
                .getString("configurationId");
        JsonObject start = new JsonObject().put("environment", "paper").put("configurationId", configuration);
        return operator.control("POST", "/runs", Map.of("Idempotency-Key", "bench-" + configuration), start)
                .expect(201)
                .json()
                .getString("runId");
    }

    private static JsonObject configuration() {
        JsonObject caps = new JsonObject()
                .put("tradesPerHour", TRADES_PER_HOUR)
                .put("spend", "1000000")
                .put("concurrentListings", CONCURRENT_LISTINGS);
        return new JsonObject()
                .put("environment", "paper")
                .put("name", "Benchmark")
                .put("quoteAmount", QUOTE_AMOUNT)
                .put("symbols", new JsonObject().put("quoteAssets", new JsonArray().add("USDT")))
                .put("caps", caps);
    }
}
