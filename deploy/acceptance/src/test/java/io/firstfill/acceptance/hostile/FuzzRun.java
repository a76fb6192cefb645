package io.firstfill.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.Scenario;
import io.firstfill.acceptance.TradingEnvironment;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Stack;
import io.firstfill.testkit.Seed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One run of the fuzz test: rounds in which both APIs and the exchange are hostile while listings open, and then a
 * listing that every environment must buy, record and show.
 */
final class FuzzRun {
    private static final Duration LEAD = Duration.ofSeconds(15);
    /** Time for the orders of a round to be answered and looked up. */
    private static final Duration ROUND_MARGIN = Duration.ofSeconds(3);

    private static final Duration BOUGHT_WITHIN = Duration.ofSeconds(60);

    private final SimulatorClient exchange;
    private final List<TradingEnvironment> environments;
    private final Seed seed;
    private final RandomGenerator random;
    private final RestFuzzer rest;
    private final ExchangeFuzzer answers;
    private final ServiceHealth health;
    private final Instant began = Clock.systemUTC().instant();

    FuzzRun(Stack stack, SimulatorClient exchange, List<TradingEnvironment> environments, Seed seed) {
        this.exchange = exchange;
        this.environments = environments;
        this.seed = seed;
        this.random = seed.random();
        this.rest = new RestFuzzer(stack, seed.random());
        this.answers = new ExchangeFuzzer(exchange, random);
        this.health = new ServiceHealth(stack);
    }

    /** @param requests REST requests in each round; 0 for each field once */
    void run(int rounds, int requests) {
        environments.forEach(TradingEnvironment::awaitGate);
        environments.forEach(TradingEnvironment::start);
        int mutated = 0;
        for (int round = 0; round < rounds; round++) {
            answers.begin(round % 2 == 1);
            String last = openListings();
            rest.fuzz(requests == 0 ? rest.fields() : requests, goodValues());
            awaitOpen(last);
            mutated += answers.end();
        }
        assertThat(mutated).as("mutated answers, %s", seed).isPositive();
        assertBoughtAndRecorded();
        assertThat(rest.complaints())
                .as("answers to hostile requests, %s", seed)
                .isEmpty();
    }

    /** Returns the base asset of the listing that opens last. */
    private String openListings() {
        String last = Scenario.newToken();
        Instant now = Clock.systemUTC().instant();
        exchange.scheduleListing(last, now.plus(LEAD), Scenario.PRICE);
        exchange.surpriseListing(Scenario.newToken(), now.plusSeconds(3), Scenario.PRICE);
        exchange.surpriseListing(Scenario.newToken(), now.plusSeconds(8), Scenario.PRICE);
        return last;
    }

    /** Keeps the exchange hostile until the orders of the round have been sent and looked up. */
    private void awaitOpen(String base) {
        await("the opening of " + base)
                .atMost(LEAD.plusSeconds(15))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> openedBefore(base, Clock.systemUTC().instant().minus(ROUND_MARGIN)));
    }

    private boolean openedBefore(String base, Instant time) {
        String opened = exchange.listing(base + "USDT").getString("trueOpenAt");
        return opened != null && Instant.parse(opened).isBefore(time);
    }

    private void assertBoughtAndRecorded() {
        health.assertServicesUp();
        environments.forEach(TradingEnvironment::restore);
        environments.forEach(TradingEnvironment::awaitGate);
        environments.forEach(TradingEnvironment::start);
        String scheduled = Scenario.newToken();
        String surprise = Scenario.newToken();
        Instant now = Clock.systemUTC().instant();
        exchange.surpriseListing(surprise, now.plusSeconds(2), Scenario.PRICE);
        exchange.scheduleListing(scheduled, now.plus(LEAD), Scenario.PRICE);
        for (TradingEnvironment environment : environments) {
            environment.awaitBoughtOnce(surprise, BOUGHT_WITHIN);
            environment.awaitBoughtOnce(scheduled, BOUGHT_WITHIN);
            environment.ledger().assertSameExecutionsSince(began);
            health.assertRecorded(environment, began);
            health.assertFree(environment);
        }
        health.assertServicesUp();
        environments.forEach(TradingEnvironment::stopRuns);
    }

    /** Good values for fields by name: so a request is refused for its one hostile field, or accepted with it. */
    private JsonObject goodValues() {
        return new JsonObject()
                .put(
                        "environment",
                        environments.get(random.nextInt(environments.size())).name())
                .put("name", "Fuzz " + random.nextInt())
                .put("quoteAmount", "50")
                .put("symbols", new JsonObject().put("quoteAssets", new JsonArray().add("USDT")))
                .put("caps", new JsonObject().put("spend", "5000").put("tradesPerHour", 1000))
                .put("reason", "fuzz")
                .put("state", "ACTIVE")
                .put(
                        "place",
                        new JsonObject()
                                .put("topic", "orders.v1")
                                .put("partition", 0)
                                .put("offset", 999_999_999))
                .put("clientOrderId", "fuzz-" + random.nextInt(1000))
                .put("executedQuantity", "0")
                .put("executedQuote", "0")
                .put("configurationId", new UUID(random.nextLong(), random.nextLong()).toString())
                .put("If-Match", "\"1\"");
    }
}
