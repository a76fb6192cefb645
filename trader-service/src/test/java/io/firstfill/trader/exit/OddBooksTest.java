package io.firstfill.trader.exit;

import static io.firstfill.trader.exit.PlanRun.at;
import static io.firstfill.trader.exit.PlanRun.levels;
import static io.firstfill.trader.exit.PlanRun.plan;
import static io.firstfill.trader.exit.PlanRun.stop;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.value.Price;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a plan does with a book that is stale, empty, one-sided, crossed or of a pair that is halted. */
class OddBooksTest {
    private static final Price LOW = Price.of("0.5");

    private final PlanRun run = new PlanRun(plan(
            levels(false, "0.5", "0.3"),
            new StopLoss(Ratio.of("0.2"), Duration.ZERO, Duration.ZERO),
            null,
            Duration.ofMinutes(1)));

    @Test
    void aStalePriceTriggersNothingButTheLongestHolding() {
        Quote first = new Quote(LOW, Price.of("1"), at(0));
        Quote second = new Quote(LOW, Price.of("1"), at(100));

        assertThat(run.read(2_001, first)).isEmpty();
        assertThat(run.read(2_101, second)).isEmpty();
        assertThat(run.read(59_999, second)).isEmpty();
        assertThat(run.read(60_000, second))
                .extracting(trigger -> trigger.rule().cause())
                .containsExactly(ExitCause.LONGEST_HOLDING);
    }

    @Test
    void aPriceIsFreshUpToItsAge() {
        run.read(2_000, new Quote(LOW, Price.of("1"), at(0)));

        assertThat(run.read(2_100, new Quote(LOW, Price.of("1"), at(100)))).hasSize(1);
    }

    @Test
    void readingsWithAGapBetweenThemAreNotInARow() {
        run.bid(0, "0.5");

        assertThat(run.bid(2_001, "0.5")).isEmpty();
        assertThat(run.bid(2_101, "0.5")).hasSize(1);
    }

    @Test
    void theSameReadingTwiceIsOneReading() {
        Quote quote = new Quote(LOW, Price.of("1"), at(0));
        run.read(0, quote);

        assertThat(run.read(500, quote)).isEmpty();
    }

    @Test
    void aBookWithoutBuyersIsNoPriceAndEndsNoConfirmation() {
        var slow = new PlanRun(stop("0.2", Duration.ofSeconds(1), Duration.ZERO));
        slow.bid(0, "0.5");
        assertThat(slow.read(500, new Quote(null, Price.of("1"), at(500)))).isEmpty();
        assertThat(slow.read(1_000, new Quote(null, null, at(1_000)))).isEmpty();

        assertThat(slow.bid(1_100, "0.5")).hasSize(1);
    }

    @Test
    void aBookWithoutSellersHasAPrice() {
        run.read(0, new Quote(LOW, null, at(0)));

        assertThat(run.read(100, new Quote(LOW, null, at(100)))).hasSize(1);
    }

    @Test
    void aCrossedBookIsNoPrice() {
        run.read(0, new Quote(Price.of("2"), Price.of("1.9"), at(0)));
        assertThat(run.read(100, new Quote(Price.of("2"), Price.of("2"), at(100)))).isEmpty();

        assertThat(run.state()).isEqualTo(ExitState.START);
    }

    @Test
    void aHaltedPairWhoseBookIsStillStatedTriggersAsAnyOther() {
        for (int i = 0; i < 20; i++) {
            assertThat(run.bid(i * 1_000L, "1")).isEmpty();
        }
        run.bid(20_000, "0.1");

        assertThat(run.bid(21_000, "0.1")).hasSize(1);
    }

    @Test
    void aHaltedPairThatStatesNothingTriggersTheLongestHoldingAlone() {
        run.bid(0, "0.5");

        assertThat(run.nothing(30_000)).isEmpty();
        assertThat(run.nothing(60_000)).hasSize(1);
    }
}
