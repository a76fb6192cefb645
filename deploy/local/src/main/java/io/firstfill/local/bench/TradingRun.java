package io.firstfill.local.bench;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.Patience;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;

/** A run no cap of which can be reached, started through the gateway. */
final class TradingRun {
    static final String QUOTE_AMOUNT = "20";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FAR_AWAY = 100_000;

    private TradingRun() {}

    /** The run's id. */
    static String start(GatewayClient operator, SimulatorClient exchange) {
        exchange.send(
                        "POST",
                        "/accounts/paper/deposits",
                        new JsonObject().put("asset", "USDT").put("amount", "1000000"))
                .expect(200);
        Patience.until(
                PATIENCE,
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
                .put("tradesPerHour", FAR_AWAY)
                .put("spend", "1000000")
                .put("concurrentListings", FAR_AWAY);
        return new JsonObject()
                .put("environment", "paper")
                .put("name", "Benchmark")
                .put("quoteAmount", QUOTE_AMOUNT)
                .put("symbols", new JsonObject().put("quoteAssets", new JsonArray().add("USDT")))
                .put("caps", caps);
    }
}
