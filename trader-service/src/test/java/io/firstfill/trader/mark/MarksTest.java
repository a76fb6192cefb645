package io.firstfill.trader.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.mark.NextTrigger;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.exit.ExitState;
import io.firstfill.trader.exit.HeldPosition;
import io.firstfill.trader.exit.Quote;
import io.firstfill.trader.loop.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Marks show prices, their age and what triggers next; reports come when they change; a stale price is told. */
class MarksTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant T0 = VirtualTime.START;
    private static final MarkSettings SETTINGS = new FixedMarkSettings();
    private static final MarkedPosition POSITION = new MarkedPosition(
            PositionId.derivedFrom("one"),
            Pair.of("NEWT/USDT"),
            new HeldPosition(Quantity.of("100"), Quantity.ZERO, Quantity.ZERO, false, Price.of("1"), T0),
            new ExitPlan(
                    List.of(),
                    new StopLoss(Ratio.of("0.2"), Duration.ZERO, Duration.ZERO),
                    null,
                    null,
                    null,
                    AtStop.KEEP_EXITS),
            ExitState.START.withHighest(Price.of("1.5")));

    private final VirtualTime time = new VirtualTime();
    private final List<PositionsMarked> published = new ArrayList<>();
    private final MarkReports reports =
            new MarkReports(PAPER, message -> published.add((PositionsMarked) message), SETTINGS);

    @Test
    void aMarkShowsThePriceItsAgeTheHighestAndWhatTriggersNext() {
        Mark mark = mark("1.2", "1.3", 5_000);

        assertThat(mark)
                .isEqualTo(new Mark(
                        POSITION.id(),
                        POSITION.pair(),
                        Price.of("1.2"),
                        T0,
                        false,
                        Price.of("1.5"),
                        List.of(new NextTrigger(ExitCause.STOP_LOSS, null, Price.of("0.8")))));
    }

    @Test
    void aPriceIsStaleWhenItIsOldOrItsBookIsOdd() {
        assertThat(mark("1.2", "1.3", 5_001).stale()).isTrue();
        assertThat(mark("1.3", "1.2", 0).stale()).isTrue();
        assertThat(mark(null, "1.2", 0).stale()).isTrue();
        assertThat(POSITION.mark(null, T0, SETTINGS.fresh()).stale()).isTrue();
        assertThat(mark("1.2", null, 0).stale()).isFalse();
    }

    @Test
    void aReportComesWhenAMarkHasChangedAndOnceInAnIntervalAtMost() {
        reports.report(List.of(), T0);
        reports.report(List.of(mark("1", null, 0)), T0);
        reports.report(List.of(mark("2", null, 0)), T0.plusMillis(999));
        reports.report(List.of(mark("1", null, 0)), T0.plusMillis(1_000));
        reports.report(List.of(mark("3", null, 0)), T0.plusMillis(1_100));

        assertThat(published)
                .extracting(event -> event.meta().occurredAt())
                .containsExactly(T0, T0.plusMillis(1_100));
    }

    @Test
    void theEndOfTheLastPositionIsReportedAtOnceAndOnce() {
        reports.report(List.of(mark("1", null, 0)), T0);
        reports.report(List.of(), T0.plusMillis(1));
        reports.report(List.of(), T0.plusMillis(5_000));

        assertThat(published).hasSize(2);
        assertThat(published.getLast().marks()).isEmpty();
    }

    @Test
    void aPriceThatStaysStaleIsToldAndItsEndToo() {
        List<AlertEvent> told = new ArrayList<>();
        StalePrices stale = new StalePrices(new Alerts(PAPER, time.newLoop(), told::add), SETTINGS);
        List<Mark> old = List.of(mark(null, null, 0));

        stale.check(old, T0);
        stale.check(old, T0.plusMillis(9_999));
        assertThat(told).isEmpty();
        stale.check(old, T0.plusSeconds(10));
        stale.check(old, T0.plusSeconds(11));
        stale.check(List.of(mark("1", null, 0)), T0.plusSeconds(12));

        assertThat(told).<Class<?>>extracting(Message::getClass).containsExactly(AlertRaised.class, AlertCleared.class);
    }

    private static Mark mark(@Nullable String bid, @Nullable String ask, long age) {
        Quote quote = new Quote(bid == null ? null : Price.of(bid), ask == null ? null : Price.of(ask), T0);
        return POSITION.mark(quote, T0.plusMillis(age), SETTINGS.fresh());
    }
}
