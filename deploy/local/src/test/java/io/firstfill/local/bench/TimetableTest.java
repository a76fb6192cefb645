package io.firstfill.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Coming> full = Timetable.of(Volume.FULL, 1, BEGIN);

    @Test
    void opensWhatWasAskedForOnceEach() {
        assertThat(full).hasSize(Volume.FULL.listings());
        assertThat(full.stream().map(Coming::symbol).distinct()).hasSize(Volume.FULL.listings());
        assertThat(of(Phase.EXACT)).hasSize(200);
        assertThat(of(Phase.LATE)).hasSize(200);
        assertThat(of(Phase.SURPRISE)).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void theOrderRateHasRenewedBeforeTheNextOpening() {
        List<Instant> openings = full.stream().map(Coming::openAt).sorted().toList();

        assertThat(IntStream.range(1, openings.size())
                        .mapToObj(i -> Duration.between(openings.get(i - 1), openings.get(i))))
                .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofMillis(1_100)));
    }

    @Test
    void noMoreThanTwoSurprisesInTenSecondsAskForTheScannersBudget() {
        List<Instant> surprises = full.stream()
                .filter(coming -> coming.phase().surprise())
                .map(Coming::openAt)
                .sorted()
                .toList();

        assertThat(IntStream.range(2, surprises.size())
                        .mapToObj(i -> Duration.between(surprises.get(i - 2), surprises.get(i))))
                .allSatisfy(gap -> assertThat(gap).isGreaterThan(Duration.ofSeconds(10)));
    }

    @Test
    void scheduledListingsAreAnnouncedInTimeToBeArmedAndSurprisesAreToldJustBefore() {
        assertThat(full).isSortedAccordingTo(Comparator.comparing(Coming::tellAt));
        assertThat(full).allSatisfy(coming -> {
            Duration ahead = Duration.between(coming.tellAt(), coming.openAt());
            if (coming.phase().surprise()) {
                assertThat(ahead).isLessThan(Duration.ofSeconds(1));
            } else {
                assertThat(ahead).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
            }
        });
    }

    @Test
    void lateOpeningsFillTheWholeRangeAndExactOnesHaveNoDelay() {
        List<Long> delays = of(Phase.LATE).stream().map(Coming::delayMicros).toList();

        assertThat(delays).allMatch(delay -> delay >= 0 && delay <= 40_000);
        assertThat(delays).anyMatch(delay -> delay < 4_000).anyMatch(delay -> delay > 36_000);
        assertThat(of(Phase.EXACT)).allMatch(coming -> coming.delayMicros() == 0);
    }

    @Test
    void theSameSeedMakesTheSameTimetable() {
        assertThat(Timetable.of(Volume.FULL, 1, BEGIN)).isEqualTo(full);
        assertThat(Timetable.of(Volume.FULL, 2, BEGIN)).isNotEqualTo(full);
    }

    private List<Coming> of(Phase phase) {
        return full.stream().filter(coming -> coming.phase() == phase).toList();
    }
}
