package io.firstfill.trader.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The order budget of ten a second is spent where an opening is likely, and never whole. */
class PacingTest {
    private static final int BUDGET = 10;
    private final Pacing pacing = new Pacing(7, Duration.ofMillis(7), Duration.ofMillis(100));

    @Test
    void theVolleyCoversTheFirstFortyMilliseconds() {
        assertThat(lastOfVolley(1)).isBetween(Duration.ofMillis(40), Duration.ofMillis(60));
    }

    @Test
    void theFirstSecondStaysWithinTheBudget() {
        assertThat(requestsIn(Duration.ofSeconds(1), 1)).isLessThanOrEqualTo(BUDGET);
    }

    @Test
    void listingsOfOneSecondShareTheVolley() {
        assertThat(lastOfVolley(3)).isLessThan(Duration.ofMillis(20));
        assertThat(pacing.next(0, Duration.ZERO, 8)).isGreaterThan(Duration.ofMillis(7));
    }

    @Test
    void afterTheSecondThePaceIsEven() {
        assertThat(pacing.next(20, Duration.ofSeconds(2), 1)).isEqualTo(Duration.ofMillis(100));
    }

    private Duration lastOfVolley(int sharers) {
        Duration at = Duration.ZERO;
        for (int refused = 1; pacing.next(refused, at, sharers).equals(pacing.gap()); refused++) {
            at = at.plus(pacing.gap());
        }
        return at;
    }

    private int requestsIn(Duration time, int sharers) {
        int requests = 0;
        for (Duration at = Duration.ZERO; at.compareTo(time) < 0; at = at.plus(pacing.next(requests, at, sharers))) {
            requests++;
        }
        return requests;
    }
}
