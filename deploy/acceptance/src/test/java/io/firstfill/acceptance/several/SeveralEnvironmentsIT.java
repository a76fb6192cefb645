package io.firstfill.acceptance.several;

import static io.firstfill.acceptance.Scenario.PRICE;
import static io.firstfill.acceptance.Scenario.newToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.ThreeEnvironments;
import io.firstfill.acceptance.TradingEnvironment;
import io.firstfill.acceptance.ledger.LedgerAssertions;
import io.firstfill.contract.Topics;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves that three environments of one stack trade each for itself, shared by two instances each of scanner, trader
 * and risk, and that the loss of an instance moves its environments with nothing bought twice and nothing lost.
 */
class SeveralEnvironmentsIT extends ThreeEnvironments {
    private static final System.Logger LOG = System.getLogger(SeveralEnvironmentsIT.class.getName());
    private static final Duration BOUGHT_WITHIN = Duration.ofSeconds(40);
    /** Of each service; each kill moves at least one environment. */
    private static final int LONG_KILLS = 5;
    /** A signal waits for the next trader instead of being too old for it. */
    private static final JsonObject PATIENT =
            new JsonObject().put("signalMaxAge", "PT60S").put("latencyBudget", "PT60S");

    private static final String ONE_BUY = LedgerAssertions.QUOTE_AMOUNT.toPlainString();

    private final TradingEnvironment paper = environments.get(0);
    private final TradingEnvironment second = environments.get(1);
    private final TradingEnvironment north = environments.get(2);
    private final Instant began = Clock.systemUTC().instant();

    SeveralEnvironmentsIT(Stack stack) {
        super(stack);
    }

    @BeforeEach
    void restore() {
        environments.forEach(TradingEnvironment::restore);
        environments.forEach(TradingEnvironment::awaitGate);
    }

    @AfterEach
    void stopAndCompareLedgerWithExchange() {
        environments.forEach(TradingEnvironment::restore);
        environments.forEach(environment -> environment.ledger().assertMatchesExchangeSince(began));
    }

    @Test
    void eachBuysForItselfByItsOwnAddressCapsAndTradingState() {
        paper.start(PATIENT);
        second.start(PATIENT);
        north.start(PATIENT.copy().put("caps", new JsonObject().put("spend", ONE_BUY)));

        String wantedByAll = surprise();
        environments.forEach(environment -> environment.awaitBoughtOnce(wantedByAll, BOUGHT_WITHIN));
        assertThat(environments)
                .extracting(environment -> exitAddresses(environment, wantedByAll))
                .containsExactly(List.of("127.0.0.1"), List.of("127.0.0.2"), List.of("127.0.0.3"));

        assertThat(second.set("HALTED", "scenario").status()).isEqualTo(200);
        String whileHalted = surprise();
        paper.awaitBoughtOnce(whileHalted, BOUGHT_WITHIN);

        assertThat(second.set("ACTIVE", "scenario").status()).isEqualTo(200);
        String afterwards = surprise();
        paper.awaitBoughtOnce(afterwards, BOUGHT_WITHIN);
        second.awaitBoughtOnce(afterwards, BOUGHT_WITHIN);
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(6)).untilAsserted(() -> {
            second.ledger().assertNeverBought(whileHalted);
            north.ledger().assertNeverBought(whileHalted);
            north.ledger().assertNeverBought(afterwards);
        });
    }

    @Test
    @Tag("long")
    void theLossOfATraderMovesItsEnvironments() {
        environments.forEach(environment -> environment.start(PATIENT));
        TakeOverFigures figures = new TakeOverFigures();

        try (SignsOfLife signs = new SignsOfLife(stack)) {
            lostInstance(signs, figures).trader(paper);
        }

        figures.reportAndAssert(TakeOverFigures.BUSY_LIMIT);
    }

    @Test
    @Tag("long")
    void theLossOfAnyInstanceMovesItsEnvironments() {
        environments.forEach(environment -> environment.start(PATIENT));
        TakeOverFigures figures = new TakeOverFigures();

        try (SignsOfLife signs = new SignsOfLife(stack)) {
            LostInstance lost = lostInstance(signs, figures);
            for (int kill = 0; kill < LONG_KILLS; kill++) {
                TradingEnvironment of = environments.get(kill % environments.size());
                lost.trader(of);
                lost.scanner(of);
                lost.risk(of);
                lost.riskAtWork(of);
            }
        }

        LOG.log(Level.INFO, "memory in KiB by component: {0}", stack.residentMemory());
        figures.reportAndAssert(TakeOverFigures.LIMIT);
    }

    @Test
    @Tag("long")
    void aRecordThatNoServiceCanReadHoldsItsEnvironmentAlone() {
        environments.forEach(environment -> environment.start(PATIENT));

        UnreadableRecord record = UnreadableRecord.sent(stack, Topics.RUNS, second.name());
        await("the record to hold " + second.name())
                .atMost(BOUGHT_WITHIN)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(second.failingGateItems().toString()).containsIgnoringCase("acknowledg"));
        String base = surprise();

        paper.awaitBoughtOnce(base, BOUGHT_WITHIN);
        north.awaitBoughtOnce(base, BOUGHT_WITHIN);
        second.ledger().assertNeverBought(base);
        String path = "/environments/" + second.name() + "/acknowledgements";
        assertThat(founder.control("POST", path, record.acknowledgement()).status())
                .isBetween(200, 202);
        second.awaitGate();
    }

    private LostInstance lostInstance(SignsOfLife signs, TakeOverFigures figures) {
        return new LostInstance(stack, exchange, environments, signs, figures);
    }

    private String surprise() {
        String base = newToken();
        exchange.surpriseListing(base, Clock.systemUTC().instant().plusSeconds(1), PRICE);
        return base;
    }

    private static List<String> exitAddresses(TradingEnvironment environment, String base) {
        return environment.exchange().arrivals(base + "USDT").stream()
                .map(arrival -> arrival.getString("ip"))
                .distinct()
                .toList();
    }
}
