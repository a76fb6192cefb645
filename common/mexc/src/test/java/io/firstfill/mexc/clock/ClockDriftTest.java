package io.firstfill.mexc.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.SettableClock;
import io.firstfill.mexc.clock.ClockOffset.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate stays true, or is not trusted, when clocks drift apart and when they step. */
class ClockDriftTest {

    private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TRIP = Duration.ofMillis(4);

    private final SettableClock local = new SettableClock(T);
    private final ClockOffset offset = new ClockOffset(Duration.ofMinutes(5), 8, Duration.ofMillis(1), 50);
    private final ServerClock server = new ServerClock(local, offset);

    @Test
    void theUncertaintyGrowsWithAgeByTheDriftThatIsPossible() {
        // Given
        sample(Duration.ZERO);

        // When
        local.move(Duration.ofSeconds(100));

        // Then
        ClockEstimate estimate = server.estimate().orElseThrow();
        assertThat(estimate.uncertainty()).isEqualTo(Duration.ofNanos(2_500_200));
        assertThat(estimate.uncertainty(local.instant()))
                .as("and 50 µs for each second")
                .isEqualTo(Duration.ofNanos(7_500_200));
        assertThat(server.isTrusted(Duration.ofMinutes(5), Duration.ofNanos(7_500_200)))
                .isTrue();
        local.move(Duration.ofSeconds(1));
        assertThat(server.isTrusted(Duration.ofMinutes(5), Duration.ofNanos(7_500_200)))
                .isFalse();
    }

    @Test
    void aSteadyClockIsMeasuredAsOneWithinItsBound() {
        // When
        for (int i = 0; i < 60; i++) {
            sample(Duration.ofMillis(-20));
        }

        // Then
        ClockDrift drift = server.estimate().orElseThrow().drift().orElseThrow();
        assertThat(Math.abs(drift.ppb())).isLessThanOrEqualTo(drift.uncertainty());
        assertThat(drift.uncertainty()).as("5 ms in 295 s").isLessThan(17_100);
        assertThat(drift.isBeyond(20)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-20_000, -200, -40, 40, 200, 20_000})
    void theTruthStaysWithinTheBoundAndTheSpeedIsFound(int ppm) {
        // Given
        Random delays = new Random(ppm);
        for (int i = 0; i < 120; i++) {
            // When
            Instant sent = local.instant();
            Instant read = sent.plus(300 + delays.nextInt(4_000), ChronoUnit.MICROS);
            local.move(Duration.between(sent, read).plusNanos(1_000L * (300 + delays.nextInt(4_000))));
            Instant answered = Instant.ofEpochMilli(read.plus(truth(ppm, read)).toEpochMilli());
            offset.add(new ClockSample(sent, local.instant(), answered));

            // Then
            ClockEstimate estimate = server.estimate().orElseThrow();
            Duration error =
                    estimate.offset().minus(truth(ppm, local.instant())).abs();
            local.move(EVERY);
            Duration later =
                    estimate.offset().minus(truth(ppm, local.instant())).abs();
            if (isWithinLimitOrMeasured(ppm, estimate)) {
                assertThat(error).isLessThanOrEqualTo(estimate.uncertainty());
                assertThat(later).isLessThanOrEqualTo(estimate.uncertainty(local.instant()));
            }
        }
        ClockDrift drift = server.estimate().orElseThrow().drift().orElseThrow();
        assertThat(drift.ppb() - ppm * 1_000L).isBetween(-drift.uncertainty(), drift.uncertainty());
        assertThat(drift.isBeyond(100)).isEqualTo(Math.abs(ppm) > 100);
    }

    @Test
    void aContradictingAnswerEndsTrustAndAThirdOneInARowIsFollowed() {
        // Given
        for (int i = 0; i < 10; i++) {
            sample(Duration.ZERO);
        }
        assertThat(trusted()).isTrue();

        // When
        Effect first = sample(Duration.ofMillis(400));

        // Then
        assertThat(first).isEqualTo(Effect.DOUBTED);
        assertThat(trusted()).isFalse();
        assertThat(sample(Duration.ofMillis(400))).isEqualTo(Effect.DOUBTED);
        assertThat(sample(Duration.ofMillis(400))).isEqualTo(Effect.STEPPED);
        assertThat(trusted()).isTrue();
        assertThat(server.steps()).isOne();
        assertThat(server.estimate().orElseThrow().offset().minusMillis(400).abs())
                .isLessThanOrEqualTo(Duration.ofMillis(3));
    }

    /** Armed buys aim by the offset: an outlier of seconds must not move them by half of it. */
    @ParameterizedTest
    @ValueSource(longs = {-7_200_000, -3_000, -400, 400, 3_000, 7_200_000})
    void oneOrTwoOutliersDoNotMoveTheOffset(long millis) {
        // Given
        for (int i = 0; i < 5; i++) {
            sample(Duration.ZERO);
        }

        // When
        sample(Duration.ofMillis(millis));
        Duration once = server.estimate().orElseThrow().offset();
        sample(Duration.ofMillis(-millis));
        Duration twice = server.estimate().orElseThrow().offset();
        sample(Duration.ofMillis(-millis));
        Duration thrice = server.estimate().orElseThrow().offset();

        // Then
        assertThat(List.of(once, twice, thrice))
                .allSatisfy(offset -> assertThat(offset.abs()).isLessThanOrEqualTo(Duration.ofMillis(3)));
        assertThat(sample(Duration.ZERO)).isEqualTo(Effect.AGREED);
        assertThat(trusted()).isTrue();
        assertThat(server.steps()).isZero();
    }

    @Test
    void afterARefusedTimestampTheNextSampleThatContradictsTheOffsetIsFollowed() {
        // Given
        for (int i = 0; i < 5; i++) {
            sample(Duration.ZERO);
        }
        sample(Duration.ofSeconds(-20));

        // When
        offset.refuted();

        // Then
        assertThat(sample(Duration.ofSeconds(-20))).isEqualTo(Effect.STEPPED);
        assertThat(trusted()).isTrue();
        assertThat(sample(Duration.ofSeconds(5))).isEqualTo(Effect.DOUBTED);
    }

    @Test
    void anAnswerOfAnotherServersClockIsDroppedAfterTheNextOneThatAgrees() {
        // Given
        for (int i = 0; i < 10; i++) {
            sample(Duration.ZERO);
        }
        Duration before = server.estimate().orElseThrow().uncertainty();
        sample(Duration.ofMillis(400));

        // When
        Effect back = sample(Duration.ZERO);

        // Then
        assertThat(back).isEqualTo(Effect.AGREED);
        assertThat(server.estimate().orElseThrow().uncertainty()).isLessThanOrEqualTo(before);
        assertThat(server.estimate().orElseThrow().drift()).isPresent();
    }

    @Test
    void aLocalClockSetBackIsNotTrustedBeforeTheNextAnswer() {
        // Given
        sample(Duration.ZERO);

        // When
        local.move(Duration.ofSeconds(-30));

        // Then
        assertThat(trusted()).isFalse();
        assertThat(sample(Duration.ofSeconds(30))).isEqualTo(Effect.STEPPED);
        assertThat(trusted()).isTrue();
    }

    @Test
    void anAnswerOvertakenByALaterQuestionsIsNoStep() {
        // Given
        offset.add(new ClockSample(T, T.plusMillis(10), T.plusMillis(5)));

        // When
        Effect effect = offset.add(new ClockSample(T.plusMillis(-2), T.plusMillis(9), T.plusMillis(5)));

        // Then
        assertThat(effect).isEqualTo(Effect.AGREED);
    }

    private static boolean isWithinLimitOrMeasured(int ppm, ClockEstimate estimate) {
        return Math.abs(ppm) <= 50
                || estimate.drift().filter(drift -> drift.isBeyond(50)).isPresent();
    }

    private boolean trusted() {
        return server.isTrusted(Duration.ofSeconds(30), Duration.ofMillis(150));
    }

    /** Takes one sample a few seconds after the last, from a clock that far ahead of ours. */
    private Effect sample(Duration truth) {
        local.move(EVERY);
        Instant sent = local.instant();
        local.move(TRIP);
        return offset.add(
                new ClockSample(sent, local.instant(), sent.plus(truth).plus(TRIP.dividedBy(2))));
    }

    private static Duration truth(int ppm, Instant then) {
        return Duration.between(T, then).dividedBy(1_000_000).multipliedBy(ppm);
    }
}
