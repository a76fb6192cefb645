package io.firstfill.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.firstfill.acceptance.Scenario;
import io.firstfill.acceptance.ledger.LedgerAssertions;
import io.firstfill.acceptance.ledger.LedgerComparison;
import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DynamicTest;

/** Runs many fault cases in one trading run: adds their listings, which open one after another, and judges each. */
final class FaultCaseRun {
    /** Time for the scanner to read the calendar and to qualify by the next exchangeInfo, and for the trader to arm. */
    static final Duration LEAD = Duration.ofSeconds(15);

    /** An order in doubt counts as absent only after its validity and twice the exchange's visibility delay. */
    private static final Duration RESOLVED_WITHIN = Duration.ofSeconds(20);

    private final SimulatorClient exchange;
    private final LedgerAssertions ledger;
    private final List<ListedCase> listedCases = new ArrayList<>();

    FaultCaseRun(SimulatorClient exchange, LedgerAssertions ledger) {
        this.exchange = exchange;
        this.ledger = ledger;
    }

    void list(List<FaultCase> cases) {
        Instant openAt = Clock.systemUTC().instant().plus(LEAD);
        for (FaultCase faultCase : cases) {
            openAt = listedCases.isEmpty() ? openAt : openAt.plus(faultCase.gap());
            listedCases.add(list(faultCase, openAt));
        }
    }

    private ListedCase list(FaultCase faultCase, Instant openAt) {
        String base = Scenario.newToken();
        List<String> rules = new ArrayList<>();
        for (Fault fault : faultCase.faults()) {
            String rule = exchange.inject(fault.ruleFor(base + "USDT"));
            if (fault.mustHit()) {
                rules.add(rule);
            }
        }
        exchange.list(base, openAt, Scenario.PRICE, faultCase.details());
        return new ListedCase(faultCase, base, openAt, rules, exchange);
    }

    /**
     * Applies the changes that cases ask for before their opening, each as soon as the run has decided on the listing.
     */
    void applyChanges() {
        listedCases.forEach(listed ->
                Optional.ofNullable(listed.faultCase().change()).ifPresent(change -> applyChange(listed, change)));
    }

    private void applyChange(ListedCase listed, Consumer<ListedCase> change) {
        await(listed.faultCase().name() + ": to be decided on")
                .atMost(LEAD)
                .until(() -> ledger.listings(listed.base()).stream()
                        .anyMatch(listing -> !listing.getJsonArray("decisions").isEmpty()));
        change.accept(listed);
    }

    /** Returns when each case has ended as it should, or its time is over. */
    void awaitEnds() {
        listedCases.forEach(this::awaitEnd);
    }

    private void awaitEnd(ListedCase listed) {
        Duration left =
                Duration.between(Clock.systemUTC().instant(), listed.openAt().plus(RESOLVED_WITHIN));
        try {
            await(listed.faultCase().name())
                    .atMost(left.isPositive() ? left : Duration.ofSeconds(1))
                    .pollDelay(Duration.ZERO)
                    .until(() -> hasEnded(listed));
        } catch (ConditionTimeoutException late) {
            // The case's verdict reports what is wrong.
        }
    }

    private boolean hasEnded(ListedCase listed) {
        List<String> statuses = statuses(listed);
        List<List<String>> expected = listed.faultCase().endings();
        return expected.isEmpty()
                ? !statuses.isEmpty() && LedgerComparison.FINAL_STATUSES.containsAll(statuses)
                : expected.contains(statuses);
    }

    /** One test per case. */
    Stream<DynamicTest> verdicts() {
        Map<String, Integer> hits = exchange.faultHits();
        return listedCases.stream().map(listed -> dynamicTest(listed.faultCase().name(), () -> verdict(listed, hits)));
    }

    private void verdict(ListedCase listed, Map<String, Integer> hits) {
        FaultCase faultCase = listed.faultCase();
        assertThat(hasEnded(listed))
                .as(
                        "%s ends as %s: %s of %s",
                        faultCase.name(),
                        faultCase.endings(),
                        ledger.orders(listed.base()),
                        ledger.listings(listed.base()))
                .isTrue();
        assertThat(listed.rules())
                .as("%s: faults that hit", faultCase.name())
                .allMatch(rule -> hits.getOrDefault(rule, 0) > 0);
        if (faultCase.answerCode() != null) {
            assertThat(exchange.arrivals(listed.symbol()).stream().map(arrival -> arrival.getInteger("code")))
                    .as("%s: answers", faultCase.name())
                    .contains(faultCase.answerCode());
        }
        if (faultCase.spent() != null) {
            assertThat(spent(listed))
                    .as("%s: spent", faultCase.name())
                    .isBetween(faultCase.spent().least(), faultCase.spent().most());
        }
        ledger.assertMatchesExchange(listed.base());
    }

    /** The statuses of the listing's order attempts, first to last. */
    private List<String> statuses(ListedCase listed) {
        return ledger.orders(listed.base()).stream()
                .sorted(Comparator.comparing(order -> order.getInteger("attempt", 0)))
                .map(order -> order.getString("status"))
                .toList();
    }

    private BigDecimal spent(ListedCase listed) {
        return exchange.orders(listed.symbol()).stream()
                .map(order -> amount(order, "executedQuote"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonObject order, String field) {
        return new BigDecimal(order.getValue(field).toString());
    }
}
