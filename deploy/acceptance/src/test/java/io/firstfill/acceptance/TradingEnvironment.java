package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.ledger.LedgerAssertions;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.JsonResponse;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One environment of a stack with several: its commands, its account at the exchange, its part of the ledger. */
public final class TradingEnvironment {
    private static final Duration GATE_LIMIT = Duration.ofSeconds(90);

    private final String name;
    private final GatewayClient founder;
    private final SimulatorClient exchange;
    private final LedgerAssertions ledger;

    TradingEnvironment(Stack stack, String name) {
        this.name = name;
        this.founder = GatewayClient.of(stack, "founder");
        this.exchange = SimulatorClient.of(stack, name);
        this.ledger = new LedgerAssertions(founder, exchange, name);
    }

    public String name() {
        return name;
    }

    public LedgerAssertions ledger() {
        return ledger;
    }

    public SimulatorClient exchange() {
        return exchange;
    }

    /** The status of the environment as control shows it. */
    public JsonObject status() {
        return founder.control("GET", "/environments/" + name, null).expect(200).json();
    }

    /** The subjects of the open alerts of one kind. */
    public List<String> openAlerts(String kind) {
        return status().getJsonArray("alerts").stream()
                .map(JsonObject.class::cast)
                .filter(alert -> kind.equals(alert.getString("kind")))
                .map(alert -> alert.getString("subject"))
                .toList();
    }

    public List<JsonObject> failingGateItems() {
        return founder.failingGateItems(name);
    }

    public void awaitGate() {
        await("start-up gate of " + name)
                .atMost(GATE_LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(failingGateItems()).isEmpty());
    }

    /** Commands a trading state; 200 where risk has confirmed it, 202 where it has not yet. */
    public JsonResponse set(String state, String reason) {
        return founder.control(
                "PUT",
                "/environments/" + name + "/trading-state",
                new JsonObject().put("state", state).put("reason", reason));
    }

    /** Does what an operator does after a disturbance: ACTIVE, the key validated anew, no run left. */
    public void restore() {
        // ACTIVE that risk does not confirm in time is not set later.
        await(name + " to be ACTIVE")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> set("ACTIVE", "scenario").status() == 200);
        founder.control("POST", "/environments/" + name + "/credential/validate", null);
        stopRuns();
    }

    /** Starts a run that buys every USDT listing for 50 USDT. */
    public void start() {
        start(new JsonObject());
    }

    /** @param changes merged over the configuration of {@link #start()} */
    public void start(JsonObject changes) {
        String configuration = founder.control(
                        "POST", "/configurations", configuration().mergeIn(changes, true))
                .expect(201)
                .json()
                .getString("configurationId");
        JsonObject body = new JsonObject().put("environment", name).put("configurationId", configuration);
        startOf(body).expect(201);
    }

    private JsonResponse startOf(JsonObject body) {
        return founder.control(
                "POST", "/runs", Map.of("Idempotency-Key", UUID.randomUUID().toString()), body);
    }

    public void stopRuns() {
        await("every run of " + name + " to be stopped")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> {
                    running().forEach(this::stop);
                    return running().isEmpty();
                });
    }

    /** Waits until the ledger has recorded a trade of the base asset, and asserts that it was bought once. */
    public void awaitBoughtOnce(String base, Duration timeout) {
        await(name + " to buy " + base)
                .atMost(timeout)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> !ledger.trades(base).isEmpty());
        ledger.assertBoughtOnce(base);
    }

    private List<JsonObject> running() {
        return founder.control("GET", "/runs?environment=" + name, null).expect(200).array().stream()
                .filter(run -> !"STOPPED".equals(run.getString("state")))
                .toList();
    }

    private void stop(JsonObject run) {
        founder.control(
                "POST", "/runs/" + run.getString("runId") + "/stop", new JsonObject().put("reason", "scenario"));
    }

    private JsonObject configuration() {
        return new JsonObject()
                .put("environment", name)
                .put("name", "Scenario " + UUID.randomUUID())
                .put("quoteAmount", LedgerAssertions.QUOTE_AMOUNT.toPlainString())
                .put("symbols", new JsonObject().put("quoteAssets", new JsonArray().add("USDT")))
                .put(
                        "caps",
                        new JsonObject()
                                .put("tradesPerHour", 1000)
                                .put("spend", "50000")
                                .put("concurrentListings", 40));
    }
}
