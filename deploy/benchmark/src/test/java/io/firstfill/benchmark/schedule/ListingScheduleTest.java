package io.firstfill.benchmark.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Proves that the schedule opens every listing once, keeps the rate limits, and is the same for the same seed. */
class ListingScheduleTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<PlannedListing> full = ListingSchedule.of(Volume.FULL, 1, BEGIN);

    @Test
    void opensEveryListingOfTheVolumeOnce() {
        assertThat(full).hasSize(Volume.FULL.listings());
        assertThat(full.stream().map(PlannedListing::symbol).distinct()).hasSize(Volume.FULL.listings());
        assertThat(of(Phase.EXACT)).hasSize(200);
        assertThat(of(Phase.LATE)).hasSize(200);
        assertThat(of(Phase.SURPRISE)).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void openingsAreFurtherApartThanTheOrderRateLimitNeeds() {
        List<Instant> openings =
                full.stream().map(PlannedListing::openAt).sorted().toList();

        assertThat(IntStream.range(1, openings.size())
                        .mapToObj(i -> Duration.between(openings.get(i - 1), openings.get(i))))
                .allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(Duration.ofMillis(1_100)));
    }

    @Test
    void noMoreThanTwoSurprisesInTenSecondsUseTheScannersBudget() {
        List<Instant> surprises = full.stream()
                .filter(listing -> listing.phase().surprise())
                .map(PlannedListing::openAt)
                .sorted()
                .toList();

        assertThat(IntStream.range(2, surprises.size())
                        .mapToObj(i -> Duration.between(surprises.get(i - 2), surprises.get(i))))
                .allSatisfy(gap -> assertThat(gap).isGreaterThan(Duration.ofSeconds(10)));
    }

    @Test
    void scheduledListingsAreAnnouncedInTimeToBeArmedAndSurprisesAreAddedJustBeforeTheyOpen() {
        assertThat(full).isSortedAccordingTo(Comparator.comparing(PlannedListing::listAt));
        assertThat(full).allSatisfy(listing -> {
            Duration ahead = Duration.between(listing.listAt(), listing.openAt());
            if (listing.phase().surprise()) {
                assertThat(ahead).isLessThan(Duration.ofSeconds(1));
            } else {
                assertThat(ahead).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
            }
        });
    }

    @Test
    void lateOpeningsCoverTheWholeRangeAndExactOnesHaveNoDelay() {
        List<Long> delays =
                of(Phase.LATE).stream().map(PlannedListing::delayMicros).toList();

        assertThat(delays).allMatch(delay -> delay >= 0 && delay <= 40_000);
        assertThat(delays).anyMatch(delay -> delay < 4_000).anyMatch(delay -> delay > 36_000);
        assertThat(of(Phase.EXACT)).allMatch(listing -> listing.delayMicros() == 0);
    }

    @Test
    void theSameSeedGivesTheSameSchedule() {
        assertThat(ListingSchedule.of(Volume.FULL, 1, BEGIN)).isEqualTo(full);
        assertThat(ListingSchedule.of(Volume.FULL, 2, BEGIN)).isNotEqualTo(full);
    }

    private List<PlannedListing> of(Phase phase) {
        return full.stream().filter(listing -> listing.phase() == phase).toList();
    }
}
