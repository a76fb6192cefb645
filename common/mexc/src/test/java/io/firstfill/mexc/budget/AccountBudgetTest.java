package io.firstfill.mexc.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts behind one address count their orders apart, and their buys divide what the address allows now. */
class AccountBudgetTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant OPENING = START.plusSeconds(60);
    private static final int SURPRISE = 8;
    private static final EgressLimits LIMITS = new EgressLimits(12, 6, 18, 285, 2, Duration.ofSeconds(10), 70, 30);

    private final SettableClock clock = new SettableClock(START);
    private final WeightBudget address = new WeightBudget(LIMITS.trader(SURPRISE), new OpeningPhases(clock), clock);
    private final AccountBudget one = address.account();
    private final AccountBudget other = address.account();

    @Test
    void theSecondOfAKnownOpeningHasTheWholeOrderRate() {
        atTheOpening();

        one.join("a", RateUse.AT_OPENING, OPENING, OPENING.plusSeconds(1));

        assertThat(one.share("a", RateUse.AT_OPENING)).isEqualTo(new RateShare(12, 1));
    }

    @Test
    void anOpeningThatBecameKnownLateHasTheRequestsThatAreAllowedThen() {
        clock.move(Duration.ofSeconds(59));
        address.expect(List.of(OPENING));

        one.join("a", RateUse.AT_OPENING, OPENING, OPENING.plusSeconds(1));

        assertThat(one.share("a", RateUse.AT_OPENING)).isEqualTo(new RateShare(SURPRISE - 2, 1));
    }

    @Test
    void aRefusedOrderLowersTheShareAndLeavesTheOrdersOfOtherAccounts() {
        atTheOpening();

        one.exceeded(Lane.ORDER);

        assertThat(one.share("a", RateUse.AT_OPENING).orders()).isEqualTo(10);
        assertThat(orders(one)).isEqualTo(10);
        clock.move(Duration.ofSeconds(2));
        assertThat(orders(other)).isEqualTo(12);
    }

    @Test
    void aRefusedPollLeavesTheOrdersOfTheAccount() {
        atTheOpening();

        one.exceeded(Lane.QUERY);

        assertThat(orders(one)).isEqualTo(12);
        assertThat(one.share("a", RateUse.AT_OPENING).orders())
                .as("12 requests, 2 for prices")
                .isEqualTo(10);
    }

    @Test
    void ordersCountForEachAccountAndRequestsForTheAddress() {
        WeightBudget wide =
                new WeightBudget(new EgressLimits(12, 6, 30, 285, 2, Duration.ofSeconds(10), 70, 30).whole(), clock);

        assertThat(orders(wide.account())).isEqualTo(12);
        assertThat(orders(wide.account())).isEqualTo(12);
        assertThat(orders(wide.account())).as("30 requests in all").isEqualTo(6);
    }

    @Test
    void openingsOfAllAccountsBehindTheAddressDivideItsRequests() {
        atTheOpening();
        one.join("a", RateUse.AT_OPENING, OPENING, OPENING.plusSeconds(1));
        other.join("b", RateUse.AT_OPENING, OPENING, OPENING.plusSeconds(1));
        other.join("c", RateUse.AT_OPENING, OPENING, OPENING.plusSeconds(1));

        assertThat(one.share("a", RateUse.AT_OPENING)).isEqualTo(new RateShare(12, 3));
        assertThat(other.share("c", RateUse.AT_OPENING)).isEqualTo(new RateShare(12, 3));
        other.leave("b");
        clock.move(Duration.ofMillis(500));
        assertThat(one.share("a", RateUse.AT_OPENING)).as("its orders count").isEqualTo(new RateShare(12, 3));
        clock.move(Duration.ofMillis(600));
        assertThat(one.share("a", RateUse.AT_OPENING)).isEqualTo(new RateShare(12, 2));
    }

    @Test
    void openingsWhoseSecondsDoNotOverlapDoNotDivideTheRate() {
        atTheOpening();
        Instant next = OPENING.plusMillis(1_100);
        one.join("a", RateUse.AT_OPENING, OPENING, OPENING.plusMillis(1_060));
        one.join("b", RateUse.AT_OPENING, next, next.plusMillis(1_060));
        one.join("c", RateUse.AT_OPENING, next.plusMillis(900), next.plusMillis(1_960));

        assertThat(one.share("a", RateUse.AT_OPENING)).isEqualTo(new RateShare(12, 1));
        assertThat(one.share("b", RateUse.AT_OPENING)).isEqualTo(new RateShare(12, 2));
    }

    @Test
    void whateverIsNoOrderLeavesTheRequestsOfAnOrderAndItsPrice() {
        atTheOpening();
        for (int i = 0; i < 10; i++) {
            assertThat(one.tryTake(MexcEndpoint.PLACE_ORDER)).isInstanceOf(Grant.Granted.class);
        }

        assertThat(one.tryTake(MexcEndpoint.ORDER_DETAIL)).isInstanceOf(Grant.Granted.class);
        assertThat(one.tryTake(MexcEndpoint.ORDER_DETAIL)).isInstanceOf(Grant.Denied.class);
        assertThat(one.tryTake(MexcEndpoint.TIME)).isInstanceOf(Grant.Denied.class);
        assertThat(one.tryTake(MexcEndpoint.DEPTH)).isInstanceOf(Grant.Granted.class);
        assertThat(one.tryTake(MexcEndpoint.CANDLES)).isInstanceOf(Grant.Granted.class);
        assertThat(one.tryTake(MexcEndpoint.PLACE_ORDER)).isInstanceOf(Grant.Granted.class);
    }

    @Test
    void manyLateBuysLeaveHalfOfTheRateToABuyAtItsOpening() {
        atTheOpening();
        for (int i = 0; i < 20; i++) {
            other.join("late " + i, RateUse.LATE, clock.instant(), OPENING.plusSeconds(1));
        }

        one.join("a", RateUse.AT_OPENING, OPENING, OPENING.plusSeconds(1));

        assertThat(one.share("a", RateUse.AT_OPENING)).isEqualTo(new RateShare(6, 1));
        assertThat(other.share("late 0", RateUse.LATE)).isEqualTo(new RateShare(6, 20));
    }

    @Test
    void lookUpsAndTestOrdersLeaveThreeReadingsOfAPrice() {
        atTheOpening();
        int lookUps = 0;
        while (one.tryTake(MexcEndpoint.ORDER_DETAIL) instanceof Grant.Granted) {
            lookUps++;
        }

        assertThat(lookUps).isEqualTo(4);
        assertThat(one.tryTake(MexcEndpoint.TEST_ORDER)).isInstanceOf(Grant.Denied.class);
        assertThat(prices(one))
                .as("before the opening, when taken, and when ended")
                .isEqualTo(3);
    }

    private static int prices(AccountBudget account) {
        int readings = 0;
        while (account.tryTake(MexcEndpoint.DEPTH) instanceof Grant.Granted
                && account.tryTake(MexcEndpoint.CANDLES) instanceof Grant.Granted) {
            readings++;
        }
        return readings;
    }

    @Test
    void aLateBuyLeavesAllButOneOrderASecondToABuyAtItsOpening() {
        atTheOpening();
        other.join("late", RateUse.LATE, clock.instant(), OPENING.plusSeconds(1));
        assertThat(other.share("late", RateUse.LATE)).isEqualTo(new RateShare(12, 1));

        one.join("a", RateUse.AT_OPENING, OPENING, OPENING.plusSeconds(1));

        assertThat(other.share("late", RateUse.LATE)).isEqualTo(new RateShare(1, 1));
        assertThat(one.share("a", RateUse.AT_OPENING)).isEqualTo(new RateShare(11, 1));
        clock.move(Duration.ofMillis(1_500));
        assertThat(one.share("a", RateUse.AT_OPENING))
                .as("parts end by themselves")
                .isEqualTo(new RateShare(12, 1));
    }

    private void atTheOpening() {
        address.expect(List.of(OPENING));
        clock.move(Duration.ofMillis(59_500));
    }

    private int orders(AccountBudget account) {
        int granted = 0;
        for (int i = 0; i < 20; i++) {
            granted += account.tryTake(MexcEndpoint.PLACE_ORDER) instanceof Grant.Granted ? 1 : 0;
        }
        return granted;
    }
}
