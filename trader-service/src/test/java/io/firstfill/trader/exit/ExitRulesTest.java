package io.firstfill.trader.exit;

import static io.firstfill.trader.exit.PlanRun.at;
import static io.firstfill.trader.exit.PlanRun.held;
import static io.firstfill.trader.exit.PlanRun.ladder;
import static io.firstfill.trader.exit.PlanRun.levels;
import static io.firstfill.trader.exit.PlanRun.plan;
import static io.firstfill.trader.exit.PlanRun.stop;
import static io.firstfill.trader.exit.PlanRun.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.configuration.TrailingStop;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each rule of a plan means, at its bounds. */
class ExitRulesTest {
    @Test
    void aLevelSellsItsShareOfEverythingBoughtAtTheSecondReadingAndOnce() {
        var run = new PlanRun(ladder("0.5", "0.3", "1", "0.7"));

        assertThat(run.bid(0, "1.5")).isEmpty();
        assertThat(run.bid(100, "1.6"))
                .containsExactly(new ExitTrigger(
                        Rule.level(0), Price.of("1.5"), Price.of("1.6"), at(100), Quantity.of("30"), false));
        assertThat(run.bid(200, "1.7")).isEmpty();
        assertThat(run.next()).containsExactly("TAKE_PROFIT 2");
    }

    @Test
    void aJumpOverTwoLevelsTriggersBoth() {
        var run = new PlanRun(ladder("0.5", "0.3", "1", "0.7"));
        run.bid(0, "2");

        assertThat(run.bid(100, "2"))
                .extracting(ExitTrigger::quantity)
                .containsExactly(Quantity.of("30"), Quantity.of("70"));
    }

    @Test
    void aLevelSellsNoMoreThanIsLeftAndPromisedToNoOther() {
        var run = new PlanRun(ladder("0.5", "0.8")).holding(held("50", "30", false));
        run.bid(0, "1.5");

        assertThat(run.bid(100, "1.5")).extracting(ExitTrigger::quantity).containsExactly(Quantity.of("20"));
    }

    @Test
    void aRestingLevelTriggersAtOnceWithoutAPrice() {
        var run = new PlanRun(plan(levels(true, "0.5", "0.3"), null, null, null));

        assertThat(run.nothing(0))
                .containsExactly(
                        new ExitTrigger(Rule.level(0), Price.of("1.5"), null, null, Quantity.of("30"), true));
        assertThat(run.bid(100, "2")).isEmpty();
    }

    @Test
    void aSingleOddPrintTriggersNothingAndIsNoHighestBid() {
        var run = new PlanRun(plan(
                levels(false, "0.5", "1"),
                new StopLoss(Ratio.of("0.2"), Duration.ZERO, Duration.ZERO),
                new TrailingStop(Ratio.of("0.1"), Ratio.of("0")),
                null));

        assertThat(run.bid(0, "1")).isEmpty();
        assertThat(run.bid(100, "9")).isEmpty();
        assertThat(run.bid(200, "1")).isEmpty();
        assertThat(run.bid(300, "0.1")).isEmpty();
        assertThat(run.bid(400, "1")).isEmpty();
        assertThat(run.state().highest()).isEqualTo(Price.of("1"));
    }

    @Test
    void aStopTriggersWhenEveryReadingOfTheConfirmationTimeWasUnderIt() {
        var run = new PlanRun(stop("0.2", Duration.ofSeconds(3), Duration.ZERO));

        assertThat(run.bid(0, "0.8")).isEmpty();
        assertThat(run.bid(1_500, "0.7")).isEmpty();
        assertThat(run.bid(2_999, "0.7")).isEmpty();
        assertThat(run.bid(3_000, "0.79"))
                .containsExactly(new ExitTrigger(
                        Rule.of(ExitCause.STOP_LOSS),
                        Price.of("0.8"),
                        Price.of("0.79"),
                        at(3_000),
                        Quantity.of("100"),
                        false));
        assertThat(run.bid(3_100, "0.5")).isEmpty();
    }

    @Test
    void aReadingOverTheStopBeginsTheConfirmationAnew() {
        var run = new PlanRun(stop("0.2", Duration.ofSeconds(1), Duration.ZERO));
        run.bid(0, "0.8");
        run.bid(900, "0.81");

        assertThat(run.bid(1_000, "0.7")).isEmpty();
        assertThat(run.bid(1_999, "0.7")).isEmpty();
        assertThat(run.bid(2_000, "0.7")).hasSize(1);
    }

    @Test
    void noReadingOfTheGraceCountsForTheStopLoss() {
        var run = new PlanRun(stop("0.2", Duration.ZERO, Duration.ofSeconds(10)));
        run.bid(9_000, "0.1");
        run.bid(9_999, "0.1");

        assertThat(run.bid(10_000, "0.1")).isEmpty();
        assertThat(run.bid(10_100, "0.1")).hasSize(1);
    }

    @Test
    void aTrailingStopFollowsTheHighestBidFromItsActivationOn() {
        var run = new PlanRun(trailing("0.1", "0.5"));
        run.bid(0, "1.4");
        run.bid(100, "1.4");
        assertThat(run.next()).isEmpty();
        run.bid(200, "2");
        run.bid(300, "2");
        assertThat(run.next()).containsExactly("TRAILING_STOP 1.8");

        assertThat(run.bid(400, "1.8")).isEmpty();
        assertThat(run.bid(500, "1.75"))
                .extracting(trigger -> trigger.rule().cause())
                .containsExactly(ExitCause.TRAILING_STOP);
    }

    @Test
    void theHighestBidSurvivesARestartAndAnotherPlan() {
        var run = new PlanRun(trailing("0.1", "0.5"))
                .from(ExitState.START.withHighest(Price.of("3")).replanned());

        assertThat(run.next()).containsExactly("TRAILING_STOP 2.7");
        assertThat(run.bid(0, "2.7")).isEmpty();
        assertThat(run.bid(100, "2.7")).hasSize(1);
    }

    @Test
    void aTriggerReadAgainAfterARestartDoesNotFireTwice() {
        var run = new PlanRun(ladder("0.5", "0.3")).from(ExitState.START.fired(ExitCause.TAKE_PROFIT, 0));
        run.bid(0, "2");

        assertThat(run.bid(100, "2")).isEmpty();
        assertThat(run.next()).isEmpty();
    }

    @Test
    void theFirstThatTriggersWinsAndTheRestGoesOnForWhatIsLeft() {
        var run = new PlanRun(plan(
                levels(false, "0.5", "0.3"),
                new StopLoss(Ratio.of("0.2"), Duration.ZERO, Duration.ZERO),
                null,
                Duration.ofHours(1)));
        run.bid(0, "1.5");
        assertThat(run.bid(100, "1.5")).hasSize(1);
        run.holding(held("30", "0", false));
        run.bid(200, "0.7");
        assertThat(run.bid(300, "0.7")).extracting(ExitTrigger::quantity).containsExactly(Quantity.of("70"));

        run.holding(held("60", "0", true));
        assertThat(run.nothing(3_600_000)).isEmpty();
        run.holding(held("60", "0", false));
        assertThat(run.nothing(3_600_000)).extracting(ExitTrigger::quantity).containsExactly(Quantity.of("40"));
    }

    @Test
    void aPositionThatIsSoldTriggersNothing() {
        var run = new PlanRun(plan(List.of(), null, null, Duration.ofSeconds(1))).holding(held("100", "0", false));

        assertThat(run.nothing(5_000)).isEmpty();
    }
}
