package io.firstfill.acceptance.fault;

import io.firstfill.acceptance.Scenario;

import io.firstfill.acceptance.ledger.LedgerAssertions;

import io.firstfill.acceptance.ledger.LedgerComparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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

/** Many listings of one run, each with a fault of its own, that open one after another. */
final class FaultCaseRun {
    /** Time to read the calendar, qualify by the next exchangeInfo, and arm. */
    static final Duration LEAD = Duration.ofSeconds(15);

    /** An order in doubt is absent only after its validity and twice the exchange's visibility delay. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    private final SimulatorClient exchange;
    private final LedgerAssertions truth;
    private final List<ListedCase> listings = new ArrayList<>();

    FaultCaseRun(SimulatorClient exchange, LedgerAssertions truth) {
        this.exchange = exchange;
        this.truth = truth;
    }

    void list(List<FaultCase> rows) {
        Instant openAt = Clock.systemUTC().instant().plus(LEAD);
        for (FaultCase row : rows) {
            openAt = listings.isEmpty() ? openAt : openAt.plus(row.after());
            listings.add(list(row, openAt));
        }
    }

    private ListedCase list(FaultCase row, Instant openAt) {
        String base = Scenario.newToken();
        List<String> rules = new ArrayList<>();
        for (Fault fault : row.faults()) {
            String rule = exchange.inject(fault.ruleFor(base + "USDT"));
            if (fault.certain()) {
                rules.add(rule);
            }
        }
        exchange.list(base, openAt, Scenario.PRICE, row.listing());
        return new ListedCase(row, base, openAt, rules, exchange);
    }

    /** Does to listings what is to be done before they open, as soon as the run wants them. */
    void meddle() {
        listings.forEach(
                listed -> Optional.ofNullable(listed.row().meanwhile()).ifPresent(change -> meddle(listed, change)));
    }

    private void meddle(ListedCase listed, Consumer<ListedCase> change) {
        await(listed.row().name() + ": to be wanted")
                .atMost(LEAD)
                .until(() -> truth.listings(listed.base()).stream()
                        .anyMatch(listing -> !listing.getJsonArray("decisions").isEmpty()));
        change.accept(listed);
    }

    /** Returns when each row has ended as it should, or has had its time. */
    void settle() {
        listings.forEach(this::settle);
    }

    private void settle(ListedCase listed) {
        Duration left =
                Duration.between(Clock.systemUTC().instant(), listed.openAt().plus(SETTLING));
        try {
            await(listed.row().name())
                    .atMost(left.isPositive() ? left : Duration.ofSeconds(1))
                    .pollDelay(Duration.ZERO)
                    .until(() -> hasEnded(listed));
        } catch (ConditionTimeoutException late) {
            // its verdict says what is wrong
        }
    }

    private boolean hasEnded(ListedCase listed) {
        List<String> ends = ends(listed);
        List<String> wanted = listed.row().ends();
        return wanted.isEmpty() ? !ends.isEmpty() && LedgerComparison.ENDED.containsAll(ends) : ends.equals(wanted);
    }

    Stream<DynamicTest> verdicts() {
        Map<String, Integer> hits = exchange.faultHits();
        return listings.stream().map(listed -> dynamicTest(listed.row().name(), () -> verdict(listed, hits)));
    }

    private void verdict(ListedCase listed, Map<String, Integer> hits) {
        FaultCase row = listed.row();
        assertThat(hasEnded(listed))
                .as(
                        "%s ends as %s: %s of %s",
                        row.name(), row.ends(), truth.orders(listed.base()), truth.listings(listed.base()))
                .isTrue();
        assertThat(listed.rules())
                .as("%s: faults that hit", row.name())
                .allMatch(rule -> hits.getOrDefault(rule, 0) > 0);
        if (row.answered() != null) {
            assertThat(exchange.arrivals(listed.symbol()).stream().map(arrival -> arrival.getInteger("code")))
                    .as("%s: answers", row.name())
                    .contains(row.answered());
        }
        if (row.spent() != null) {
            assertThat(spent(listed))
                    .as("%s: spent", row.name())
                    .isBetween(row.spent().least(), row.spent().most());
        }
        truth.holdsFor(listed.base());
    }

    private List<String> ends(ListedCase listed) {
        return truth.orders(listed.base()).stream()
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
