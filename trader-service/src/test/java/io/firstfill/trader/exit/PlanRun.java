package io.firstfill.trader.exit;

import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.configuration.TakeProfit;
import io.firstfill.contract.configuration.TrailingStop;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position of 100 at an average price of 1.00, whose plan is evaluated at each reading. */
final class PlanRun {
    static final Instant T0 = Instant.parse("2026-11-29T12:00:00Z");
    static final Duration FRESH = Duration.ofSeconds(2);

    private final ExitRules rules;
    private HeldPosition position = held("0", "0", false);
    private ExitState state = ExitState.START;

    PlanRun(ExitPlan plan) {
        rules = new ExitRules(plan, FRESH);
    }

    static HeldPosition held(String sold, String promised, boolean ending) {
        return new HeldPosition(
                Quantity.of("100"), Quantity.of(sold), Quantity.of(promised), ending, Price.of("1"), T0);
    }

    static ExitPlan ladder(String... aboveAndShare) {
        return plan(levels(false, aboveAndShare), null, null, null);
    }

    static List<TakeProfit> levels(boolean resting, String... aboveAndShare) {
        List<TakeProfit> levels = new ArrayList<>();
        for (int i = 0; i < aboveAndShare.length; i += 2) {
            levels.add(new TakeProfit(Ratio.of(aboveAndShare[i]), Ratio.of(aboveAndShare[i + 1]), resting));
        }
        return levels;
    }

    static ExitPlan stop(String below, Duration confirmation, Duration grace) {
        return plan(List.of(), new StopLoss(Ratio.of(below), confirmation, grace), null, null);
    }

    static ExitPlan trailing(String below, String activation) {
        return plan(List.of(), null, new TrailingStop(Ratio.of(below), Ratio.of(activation)), null);
    }

    static ExitPlan plan(
            List<TakeProfit> levels,
            @Nullable StopLoss stop,
            @Nullable TrailingStop trailing,
            @Nullable Duration longest) {
        return new ExitPlan(levels, stop, trailing, longest, null, AtStop.KEEP_EXITS);
    }

    PlanRun holding(HeldPosition now) {
        position = now;
        return this;
    }

    PlanRun from(ExitState known) {
        state = known;
        return this;
    }

    /** A reading of a usual book. */
    List<ExitTrigger> bid(long millis, String bid) {
        return read(millis, new Quote(Price.of(bid), Price.of("1000"), at(millis)));
    }

    List<ExitTrigger> read(long millis, @Nullable Quote quote) {
        Evaluation evaluation = rules.evaluate(position, state, quote, at(millis));
        state = evaluation.state();
        return evaluation.triggers();
    }

    /** Time has passed, and nothing was read. */
    List<ExitTrigger> nothing(long millis) {
        return read(millis, null);
    }

    ExitState state() {
        return state;
    }

    List<String> next() {
        return rules.next(position, state).stream()
                .map(next -> next.cause() + " " + next.price())
                .toList();
    }

    static Instant at(long millis) {
        return T0.plusMillis(millis);
    }
}
