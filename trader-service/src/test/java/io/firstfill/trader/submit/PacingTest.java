package io.firstfill.trader.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that the second of an opening is spent on its probes: the whole order rate less the reserve, where the opening
 * is likely, divided fairly among the listings of that second.
 */
class PacingTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration WINDOW = Duration.ofMillis(40);
    private static final int RATE = 12;

    @ParameterizedTest
    @CsvSource({
        // sharers, reserve, shots of each
        "1, 1, 11",
        "1, 2, 10",
        "2, 1, 5",
        "2, 2, 4",
        "3, 1, 3",
        "4, 2, 1",
        "6, 1, 1",
        "10, 2, 1",
        "30, 1, 1"
    })
    void theWholeRateLessTheReserveBelongsToTheProbes(int sharers, int reserve, int shots) {
        assertThat(Pacing.shots(RATE, sharers, reserve)).isEqualTo(shots);
    }

    @Test
    void elevenProbesCoverTheLikelyTimeFourMillisecondsApart() {
        List<Duration> volley = sent(new Pacing(11, false, WINDOW, Duration.ofMillis(100)), Duration.ofMillis(1));

        assertThat(within(volley, Duration.ofSeconds(1)))
                .hasSize(11)
                .startsWith(Duration.ZERO, Duration.ofMillis(4), Duration.ofMillis(8))
                .endsWith(WINDOW);
    }

    @Test
    void theReserveGivesOneProbeForAnOpeningAfterTheLikelyTimeWhereThatMayHappen() {
        List<Duration> volley = sent(new Pacing(11, true, WINDOW, Duration.ofMillis(100)), Duration.ofMillis(1));

        assertThat(within(volley, Duration.ofSeconds(1))).hasSize(12).endsWith(Duration.ofMillis(250));
        assertThat(volley.get(10)).isCloseTo(WINDOW, Duration.ofNanos(100));
    }

    @ParameterizedTest
    @CsvSource({"11, 1", "11, 3", "10, 7", "5, 12", "3, 60", "1, 1", "11, 150"})
    void theSecondOfTheOpeningHoldsNoMoreThanTheShotsAndOneOfTheReserve(int shots, int roundTrip) {
        List<Duration> sent =
                sent(new Pacing(shots, true, WINDOW, Duration.ofMillis(100)), Duration.ofMillis(roundTrip));

        assertThat(within(sent, Duration.ofMillis(1_019))).hasSizeLessThanOrEqualTo(shots + 1);
    }

    @Test
    void whereTheRoundTripIsLongerThanTheGapItIsThePace() {
        List<Duration> sent = sent(new Pacing(11, false, WINDOW, Duration.ofMillis(100)), Duration.ofMillis(20));

        assertThat(sent.subList(0, 11))
                .isEqualTo(IntStream.range(0, 11)
                        .mapToObj(number -> Duration.ofMillis(20L * number))
                        .toList());
    }

    @Test
    void lateAnswersDoNotShiftTheGrid() {
        Pacing pacing = new Pacing(11, false, WINDOW, Duration.ofMillis(100));

        assertThat(pacing.next(1, FIRST, FIRST.plusNanos(900_000))).isEqualTo(FIRST.plusMillis(4));
        assertThat(pacing.next(2, FIRST, FIRST.plusNanos(5_500_000))).isEqualTo(FIRST.plusMillis(8));
    }

    @Test
    void aRequestThatLeftBeforeTheOpeningIsFollowedByOneAtIt() {
        Pacing pacing = new Pacing(11, false, WINDOW, Duration.ofMillis(100));

        assertThat(pacing.next(1, FIRST, FIRST.minusMillis(80))).isEqualTo(FIRST);
    }

    @Test
    void afterTheSecondThePaceIsEven() {
        Pacing pacing = new Pacing(11, false, WINDOW, Duration.ofMillis(100));

        assertThat(pacing.next(20, FIRST, FIRST.plusSeconds(2))).isEqualTo(FIRST.plusMillis(2_100));
    }

    @ParameterizedTest
    @CsvSource({
        // rate, sharers, reserve, interval
        "12, 1, 1, 100",
        "12, 1, 2, 102",
        "12, 2, 2, 204",
        "6, 1, 2, 255",
        "12, 3, 2, 340",
        "12, 30, 1, 3060",
        "1, 1, 2, 1020"
    })
    void afterTheSecondAllBuysThatProbeLeaveTheReserve(int rate, int sharers, int reserve, int millis) {
        Duration interval = Pacing.interval(Duration.ofMillis(100), rate, sharers, reserve);

        assertThat(interval.toMillis()).isEqualTo(millis);
    }

    /** The moments of the requests of one buy, counted from the opening, each after the refusal of the one before. */
    private static List<Duration> sent(Pacing pacing, Duration roundTrip) {
        List<Duration> sent = new ArrayList<>();
        Instant last = FIRST;
        for (int refused = 1; refused <= 20; refused++) {
            sent.add(Duration.between(FIRST, last));
            Instant next = pacing.next(refused, FIRST, last);
            Instant answered = last.plus(roundTrip);
            last = next.isBefore(answered) ? answered : next;
        }
        return sent;
    }

    private static List<Duration> within(List<Duration> sent, Duration time) {
        return sent.stream().filter(at -> at.compareTo(time) < 0).toList();
    }
}
