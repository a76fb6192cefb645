package io.firstfill.trader.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that probes use the order budget of ten a second where an opening is likely, and leave a reserve for the
 * listings of the same second.
 */
class PacingTest {
    private static final int BUDGET = 10;
    /** One further order each for two listings. */
    private static final int RESERVE = 2;

    private final Pacing pacing = new Pacing(7, Duration.ofMillis(7), Duration.ofMillis(100));

    @Test
    void theVolleyCoversTheFirstFortyMilliseconds() {
        assertThat(lastOfVolley(1)).isBetween(Duration.ofMillis(40), Duration.ofMillis(60));
    }

    @Test
    void theFirstSecondStaysWithinTheBudget() {
        assertThat(requestsIn(Duration.ofSeconds(1), 1)).isLessThanOrEqualTo(BUDGET);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void listingsOfOneSecondShareTheVolleyAndEachCoversTheFirstFortyMilliseconds(int sharers) {
        Duration last = pacing.next(1, Duration.ZERO, sharers);
        for (int refused = 2; refused < shots(sharers); refused++) {
            last = last.plus(pacing.next(refused, last, sharers));
        }

        assertThat(last).isBetween(Duration.ofMillis(40), Duration.ofMillis(60));
        assertThat(shots(sharers) * sharers).isBetween(sharers + 1, BUDGET - RESERVE);
    }

    @Test
    void withMoreListingsThanShotsEachHasOne() {
        assertThat(shots(5)).isEqualTo(1);
        assertThat(shots(8)).isEqualTo(1);
    }

    @Test
    void afterTheSecondThePaceIsEven() {
        assertThat(pacing.next(20, Duration.ofSeconds(2), 1)).isEqualTo(Duration.ofMillis(100));
    }

    /** Counts the requests of one listing that are sent faster than the even pace. */
    private int shots(int sharers) {
        int refused = 1;
        while (pacing.next(refused, Duration.ZERO, sharers).compareTo(Duration.ofMillis(100)) < 0) {
            refused++;
        }
        return refused;
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
