package io.firstfill.mexc.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One process never sends more than its limits, and orders keep the room that is reserved for them. */
class WeightBudgetTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final WeightBudget budget =
            new WeightBudget(EgressLimits.strictest().whole(), clock);

    @Test
    void grantsTwelveOrdersInAnySecondAndSaysWhenTheNextIsPossible() {
        // Given
        assertThat(grantsOf(MexcEndpoint.PLACE_ORDER, 6)).isEqualTo(6);
        clock.move(Duration.ofMillis(600));
        assertThat(grantsOf(MexcEndpoint.PLACE_ORDER, 6)).isEqualTo(6);

        // When
        Grant next = budget.tryTake(MexcEndpoint.PLACE_ORDER);

        // Then
        assertThat(next).isEqualTo(new Grant.Denied("ORDERS", 12, 12, START.plusMillis(1_020)));
        clock.move(Duration.ofMillis(420));
        assertThat(grantsOf(MexcEndpoint.PLACE_ORDER, 7)).isEqualTo(6);
    }

    @Test
    void pollingCannotTakeTheRoomOfOrders() {
        // Given
        assertThat(grantsOf(MexcEndpoint.TIME, 30)).isEqualTo(6);

        // When
        int orders = grantsOf(MexcEndpoint.PLACE_ORDER, 30);

        // Then
        assertThat(orders).isEqualTo(12);
    }

    @Test
    void pollingByHeavyCallsLeavesWeightForOrders() {
        // Given
        int heavy = 0;
        for (int i = 0; i < 18; i++) {
            heavy += grantsOf(MexcEndpoint.TICKER_PRICE, 1);
            clock.move(Duration.ofMillis(500));
        }
        assertThat(heavy).as("75 beside exchangeInfo's 25, of weight 10 each").isEqualTo(7);

        // When
        Grant order = budget.tryTake(MexcEndpoint.PLACE_ORDER);

        // Then
        assertThat(order).isInstanceOf(Grant.Granted.class);
    }

    @Test
    void exchangeInfoComesAtMostEveryTenSeconds() {
        // Given
        assertThat(grantsOf(MexcEndpoint.EXCHANGE_INFO, 1)).isEqualTo(1);
        clock.move(Duration.ofMillis(9_999));

        // When
        Grant early = budget.tryTake(MexcEndpoint.EXCHANGE_INFO);

        // Then
        assertThat(early).isEqualTo(new Grant.Denied("EXCHANGE_INFO", 1, 1, START.plusSeconds(10)));
        clock.move(Duration.ofMillis(1));
        assertThat(grantsOf(MexcEndpoint.EXCHANGE_INFO, 1)).isEqualTo(1);
    }

    @Test
    void aDeniedCallCostsNothing() {
        // Given
        grantsOf(MexcEndpoint.EXCHANGE_INFO, 1);

        // When
        grantsOf(MexcEndpoint.EXCHANGE_INFO, 20);

        // Then
        assertThat(grantsOf(MexcEndpoint.TIME, 4)).isEqualTo(4);
    }

    @Test
    void retryAfterStopsOrdersTooAndIsNeverShortened() {
        // When
        budget.throttled(Lane.QUERY, Duration.ofSeconds(30));
        budget.throttled(Lane.ORDER, Duration.ofSeconds(1));

        // Then
        assertThat(budget.tryTake(MexcEndpoint.PLACE_ORDER))
                .isEqualTo(new Grant.Denied("THROTTLED", 0, 0, START.plusSeconds(30)));
        clock.move(Duration.ofSeconds(30));
        assertThat(grantsOf(MexcEndpoint.PLACE_ORDER, 1)).isEqualTo(1);
    }

    @Test
    void aThrottleOfAnotherProcessStopsThisOneUntilThen() {
        // When
        budget.stop(Lane.QUERY, START.plusSeconds(20));
        budget.stop(Lane.QUERY, START.plusSeconds(5));

        // Then
        assertThat(budget.stoppedUntil(Lane.ORDER)).isEqualTo(START.plusSeconds(20));
        assertThat(budget.tryTake(MexcEndpoint.TIME))
                .isEqualTo(new Grant.Denied("THROTTLED", 0, 0, START.plusSeconds(20)));
        clock.move(Duration.ofSeconds(20));
        assertThat(grantsOf(MexcEndpoint.TIME, 1)).isEqualTo(1);
    }

    @Test
    void theWebsitesFirewallDoesNotStopOrders() {
        // When
        budget.throttled(Lane.WEB, Duration.ofMinutes(10));

        // Then
        assertThat(grantsOf(MexcEndpoint.CALENDAR, 1)).isZero();
        assertThat(grantsOf(MexcEndpoint.PLACE_ORDER, 1)).isEqualTo(1);
    }

    @Test
    void aClockSteppedBackDoesNotKeepTheBudgetClosedForTheStep() {
        // Given
        grantsOf(MexcEndpoint.PLACE_ORDER, 10);
        budget.throttled(Lane.ORDER, Duration.ofSeconds(5));

        // When
        clock.move(Duration.ofHours(-1));

        // Then
        assertThat(grantsOf(MexcEndpoint.PLACE_ORDER, 1)).isZero();
        clock.move(Duration.ofSeconds(5));
        assertThat(grantsOf(MexcEndpoint.PLACE_ORDER, 1)).isEqualTo(1);
    }

    @Test
    void manyThreadsTogetherGetNoMoreThanOne() throws InterruptedException {
        // When
        int granted;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            granted = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(i -> () -> grantsOf(MexcEndpoint.PLACE_ORDER, 50))
                            .toList())
                    .stream()
                    .mapToInt(f -> f.resultNow())
                    .sum();
        }

        // Then
        assertThat(granted).isEqualTo(12);
    }

    private int grantsOf(MexcEndpoint endpoint, int calls) {
        int granted = 0;
        for (int i = 0; i < calls; i++) {
            if (budget.tryTake(endpoint) instanceof Grant.Granted) {
                granted++;
            }
        }
        return granted;
    }
}
