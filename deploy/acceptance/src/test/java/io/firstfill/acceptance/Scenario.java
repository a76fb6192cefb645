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

/**
 * Base of all scenarios: saves configurations, starts and stops runs, waits for trades, and compares the ledger with
 * the exchange at the end of each scenario.
 */
@ExtendWith(RunningStack.class)
public abstract class Scenario {
    /** The reference price of every listing, in USDT. */
    public static final BigDecimal PRICE = new BigDecimal("0.02");

    private static final AtomicInteger TOKENS = new AtomicInteger();

    protected final Stack stack;
    protected final GatewayClient operator;
    protected final SimulatorClient exchange;
    protected final LedgerAssertions ledger;
    private Instant began = Instant.MAX;

    protected Scenario(Stack stack) {
        this.stack = stack;
        this.operator = GatewayClient.of(stack, "operator");
        this.exchange = SimulatorClient.of(stack);
        this.ledger = new LedgerAssertions(operator, exchange);
    }

    @BeforeEach
    void awaitStartUpGate() {
        began = in(Duration.ZERO);
        awaitGate();
    }

    protected void awaitGate() {
        await("start-up gate")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(operator.failingGateItems("paper")).isEmpty());
    }

    /** Ends every scenario with the invariant, whatever it is about. */
    @AfterEach
    void stopRunsAndCompareLedgerWithExchange() {
        stopRuns();
        ledger.assertMatchesExchangeSince(began);
    }

    /** Stops every run and waits until each is stopped. */
    protected void stopRuns() {
        runs().stream()
                .filter(run -> !"STOPPED".equals(run.getString("state")))
                .forEach(run -> stop(run.getString("runId")));
        // A trader that was just assigned its partitions answers once its predecessor's lease has ended.
        await("every run to be stopped")
                .atMost(Duration.ofSeconds(30))
                .until(() -> runs().stream().allMatch(run -> "STOPPED".equals(run.getString("state"))));
    }

    protected String savedConfiguration() {
        return savedConfiguration(new JsonObject());
    }

    /** @param changes merged over a configuration that buys every USDT listing for 50 USDT */
    protected String savedConfiguration(JsonObject changes) {
        JsonObject configuration = new JsonObject()
                .put("environment", "paper")
                .put("name", "Scenario " + UUID.randomUUID())
                .put("quoteAmount", LedgerAssertions.QUOTE_AMOUNT.toPlainString())
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

    /** Starts a run with the default configuration and returns the run's id. */
    protected String startedRun() {
        return startedRun(savedConfiguration());
    }

    protected String startedRun(String configuration) {
        return start(configuration).expect(201).json().getString("runId");
    }

    protected JsonResponse start(String configuration) {
        JsonObject body = new JsonObject().put("environment", "paper").put("configurationId", configuration);
        return operator.control(
                "POST", "/runs", Map.of("Idempotency-Key", UUID.randomUUID().toString()), body);
    }

    protected JsonResponse stop(String run) {
        return operator.control("POST", "/runs/" + run + "/stop", new JsonObject().put("reason", "scenario"));
    }

    protected List<JsonObject> runs() {
        return operator.control("GET", "/runs?environment=paper", null)
                .expect(200)
                .array();
    }

    /** The name of a base asset that no scenario has listed yet. */
    public static String newToken() {
        return "ACC" + TOKENS.incrementAndGet();
    }

    /** The time after the given wait, by this machine's clock. */
    protected static Instant in(Duration wait) {
        return Clock.systemUTC().instant().plus(wait);
    }

    /** Waits until the ledger has recorded a trade of the base asset, and returns the trade. */
    protected JsonObject awaitTrade(String base, Duration timeout) {
        await("a trade of " + base)
                .atMost(timeout)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !ledger.trades(base).isEmpty());
        return ledger.trades(base).getFirst();
    }

    protected void awaitArmed(String base) {
        await("the buy of " + base + " to be armed")
                .atMost(Duration.ofSeconds(60))
                .until(() -> ledger.orders(base).stream().anyMatch(order -> "ARMED".equals(order.getString("status"))));
    }

    /** Waits until the exchange has opened the pair. */
    protected void awaitOpen(String base) {
        await("the opening of " + base)
                .atMost(Duration.ofSeconds(60))
                .until(() -> "OPEN".equals(exchange.listing(base + "USDT").getString("state")));
    }
}
