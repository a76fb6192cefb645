package io.firstfill.benchmark.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves that a contest is the same for the same seed and keeps the limits of all who take part. */
class ContestScheduleTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameOpenings(ContestMode mode) {
        assertThat(schedule(mode)).isEqualTo(schedule(mode)).isNotEmpty();
    }

    @Test
    void noPairOpensInTwoModes() {
        Set<String> symbols = new HashSet<>();
        for (ContestMode mode : ContestMode.values()) {
            schedule(mode)
                    .forEach(listing -> assertThat(symbols.add(listing.symbol()))
                            .as(listing.symbol())
                            .isTrue());
        }
    }

    @Test
    void tenPairsOpenInOneSecond() {
        List<ContestListing> listings = schedule(ContestMode.TEN_IN_A_SECOND);

        assertThat(Duration.between(listings.get(0).openAt(), listings.get(9).openAt()))
                .isLessThan(Duration.ofSeconds(1));
        assertThat(Duration.between(listings.get(9).openAt(), listings.get(10).openAt()))
                .isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void theRivalSpendsItsWholeOrderRateOnTenPairsAndMissesNoneThatOpensInTime() {
        List<ContestListing> listings = schedule(ContestMode.TEN_IN_A_SECOND).subList(0, 10);

        int all = 0;
        for (int i = 0; i < listings.size(); i++) {
            List<Duration> sends = ContestSchedule.rivalSends(listings.get(i), i);
            all += sends.size();
            assertThat(sends).last().isEqualTo(Duration.ofMillis(40));
        }
        assertThat(all).isEqualTo(12);
    }

    @Test
    void theRivalWritesTenTimesFourMillisecondsApartToAPairThatOpensAlone() {
        List<Duration> sends =
                ContestSchedule.rivalSends(schedule(ContestMode.EXACT).getFirst(), 0);

        assertThat(sends)
                .hasSize(10)
                .startsWith(Duration.ZERO, Duration.ofMillis(4))
                .endsWith(Duration.ofMillis(36));
    }

    private static List<ContestListing> schedule(ContestMode mode) {
        return ContestSchedule.of(mode, ContestVolume.FULL, new Random(7), BEGIN);
    }
}
