package io.firstfill.mexc.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The true offset lies within the estimate, whatever the delays of the requests. */
class ClockOffsetTest {

    private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");

    private final ClockOffset offset = ClockOffset.standard();

    @Test
    void knowsNothingBeforeTheFirstSample() {
        assertThat(offset.estimate(T)).isEmpty();
    }

    @Test
    void oneSampleIsUncertainByHalfItsRoundTripAndHalfTheServersResolution() {
        // When
        offset.add(new ClockSample(T, T.plusMillis(10), T.plusMillis(105)));

        // Then
        ClockEstimate estimate = offset.estimate(T.plusMillis(10)).orElseThrow();
        assertThat(estimate.offset()).isEqualTo(Duration.ofNanos(100_500_000));
        assertThat(estimate.uncertainty())
                .as("and the drift of the round trip")
                .isEqualTo(Duration.ofNanos(5_500_000 + 500));
        assertThat(estimate.bestRoundTrip()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void aSlowLopsidedRoundTripDoesNotSpoilAGoodOne() {
        // Given
        offset.add(new ClockSample(T, T.plusMillis(4), T.plusMillis(102)));

        // When
        offset.add(new ClockSample(T.plusMillis(10), T.plusMillis(810), T.plusMillis(111)));

        // Then
        ClockEstimate estimate = offset.estimate(T.plusMillis(810)).orElseThrow();
        assertThat(estimate.uncertainty()).isLessThanOrEqualTo(Duration.ofNanos(2_500_000));
        assertThat(estimate.offset()).isBetween(Duration.ofMillis(98), Duration.ofMillis(103));
    }

    @Test
    void theTruthStaysWithinTheBoundWhateverTheDelays() {
        // Given
        Random random = new Random(42);
        Duration truth = Duration.ofNanos(-37_123_456);

        for (int i = 0; i < 400; i++) {
            // When
            Instant sent = T.plusMillis(i * 250L);
            Instant read = sent.plus(500 + random.nextInt(20_000), ChronoUnit.MICROS);
            Instant received = read.plus(500 + random.nextInt(20_000), ChronoUnit.MICROS);
            Instant answered = Instant.ofEpochMilli(read.plus(truth).toEpochMilli());
            offset.add(new ClockSample(sent, received, answered));

            // Then
            ClockEstimate estimate = offset.estimate(received).orElseThrow();
            assertThat(estimate.offset().minus(truth).abs()).isLessThanOrEqualTo(estimate.uncertainty());
            assertThat(estimate.uncertainty())
                    .isLessThanOrEqualTo(Duration.between(sent, received)
                            .plusMillis(1)
                            .dividedBy(2)
                            .plusNanos(2_050));
        }
    }

    @Test
    void forgetsSamplesOlderThanTheWindow() {
        // Given
        offset.add(new ClockSample(T, T.plusMillis(10), T.plusMillis(105)));

        // Then
        assertThat(offset.estimate(T.plus(Duration.ofMinutes(6)))).isEmpty();
    }

    @Test
    void aStepOfTheLocalClockThrowsOldSamplesAway() {
        // Given
        offset.add(new ClockSample(T, T.plusMillis(2), T.plusMillis(1)));

        // When
        Instant earlier = T.minusSeconds(60);
        offset.add(new ClockSample(earlier, earlier.plusMillis(10), T.plusMillis(500)));

        // Then
        assertThat(offset.estimate(earlier.plusMillis(10)).orElseThrow().bestRoundTrip())
                .isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void theServersClockIsOursPlusTheOffsetAndBack() {
        // Given
        SettableClock local = new SettableClock(T.plusMillis(10));
        ServerClock server = new ServerClock(local, offset);
        assertThat(server.isTrusted(Duration.ofMinutes(1), Duration.ofMillis(10)))
                .isFalse();

        // When
        offset.add(new ClockSample(T, T.plusMillis(10), T.plusMillis(105)));

        // Then
        Instant serverTime = server.instant();
        assertThat(serverTime).isEqualTo(T.plusMillis(10).plusNanos(100_500_000));
        assertThat(server.localTimeOf(serverTime)).isEqualTo(local.instant());
        assertThat(server.isTrusted(Duration.ofMinutes(1), Duration.ofMillis(10)))
                .isTrue();
        assertThat(server.isTrusted(Duration.ofMinutes(1), Duration.ofMillis(5)))
                .isFalse();
        local.move(Duration.ofMinutes(2));
        assertThat(server.isTrusted(Duration.ofMinutes(1), Duration.ofMillis(10)))
                .isFalse();
    }
}
