package io.firstfill.acceptance;

import io.firstfill.acceptance.ledger.LedgerAssertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import io.firstfill.local.client.JsonResponse;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What scenarios say: a configuration, a run, a listing, and the truth of ledger and exchange compared at the end. */
@ExtendWith(RunningStack.class)
abstract class Scenario {
    static final BigDecimal QUOTE_AMOUNT = new BigDecimal("50");
    static final BigDecimal PRICE = new BigDecimal("0.02");

    private static final AtomicInteger LISTED = new AtomicInteger();

    final Stack stack;
    final GatewayClient operator;
    final SimulatorClient exchange;
    final LedgerAssertions truth;
    private Instant began = Instant.MAX;

    Scenario(Stack stack) {
        this.stack = stack;
        this.operator = GatewayClient.of(stack, "operator");
        this.exchange = SimulatorClient.of(stack);
        this.truth = new LedgerAssertions(operator, exchange);
    }

    @BeforeEach
    void theGateIsOpen() {
        began = in(Duration.ZERO);
        await("start-up gate")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(operator.failingGateItems("paper")).isEmpty());
    }

    /** Whatever a scenario is about, it ends with the invariant. */
    @AfterEach
    void nothingIsLeftRunningAndLedgerAndExchangeAgree() {
        stopRuns();
        truth.holdsSince(began);
    }

    void stopRuns() {
        runs().stream()
                .filter(run -> !"STOPPED".equals(run.getString("state")))
                .forEach(run -> stop(run.getString("runId")));
        // A trader that has just been given its partitions answers when its predecessor can act no longer.
        await("every run to be stopped")
                .atMost(Duration.ofSeconds(30))
                .until(() -> runs().stream().allMatch(run -> "STOPPED".equals(run.getString("state"))));
    }

    String savedConfiguration() {
        return savedConfiguration(new JsonObject());
    }

    /** @param changes merged over a configuration that buys every USDT listing for 50 USDT */
    String savedConfiguration(JsonObject changes) {
        JsonObject configuration = new JsonObject()
                .put("environment", "paper")
                .put("name", "Scenario " + UUID.randomUUID())
                .put("quoteAmount", QUOTE_AMOUNT.toPlainString())
                .put("symbols", new JsonObject().put("quoteAssets", new JsonArray().add("USDT")))
                .put(
                        "caps",
                        new JsonObject()
                                .put("tradesPerHour", 1000)
                                .put("spend", "5000")
                                .put("concurrentListings", 40))
                .mergeIn(changes, true);
        return operator.control("POST", "/configurations", configuration)
                .expect(201)
                .json()
                .getString("configurationId");
    }

    String startedRun() {
        return startedRun(savedConfiguration());
    }

    String startedRun(String configuration) {
        return start(configuration).expect(201).json().getString("runId");
    }

    JsonResponse start(String configuration) {
        JsonObject body = new JsonObject().put("environment", "paper").put("configurationId", configuration);
        return operator.control(
                "POST", "/runs", Map.of("Idempotency-Key", UUID.randomUUID().toString()), body);
    }

    JsonResponse stop(String run) {
        return operator.control("POST", "/runs/" + run + "/stop", new JsonObject().put("reason", "scenario"));
    }

    List<JsonObject> runs() {
        return operator.control("GET", "/runs?environment=paper", null)
                .expect(200)
                .array();
    }

    /** A base asset nobody has listed yet. */
    static String newToken() {
        return "ACC" + LISTED.incrementAndGet();
    }

    static Instant in(Duration wait) {
        return Clock.systemUTC().instant().plus(wait);
    }

    JsonObject awaitTrade(String base, Duration patience) {
        await("a trade of " + base)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !truth.trades(base).isEmpty());
        return truth.trades(base).getFirst();
    }

    void awaitArmed(String base) {
        await("the buy of " + base + " to be armed")
                .atMost(Duration.ofSeconds(60))
                .until(() -> truth.orders(base).stream().anyMatch(order -> "ARMED".equals(order.getString("status"))));
    }

    void awaitOpen(String base) {
        await("the opening of " + base)
                .atMost(Duration.ofSeconds(60))
                .until(() -> "OPEN".equals(exchange.listing(base + "USDT").getString("state")));
    }
}
