package io.firstfill.benchmark.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Plans when each listing opens; the same seed gives the same schedule. Scheduled openings are more than a second
 * apart, so that the rate limit of ten orders a second has renewed; each surprise opens at a random moment between two
 * polls of the scanner.
 */
public final class ListingSchedule {
    /** The scanner must read the first scheduled listing in the calendar, qualify and arm it 20 s ahead. */
    private static final Duration UNTIL_FIRST_OPENING = Duration.ofSeconds(30);

    private static final Duration ANNOUNCED_AHEAD = Duration.ofSeconds(45);
    private static final Duration BETWEEN_OPENINGS = Duration.ofMillis(1_100);
    private static final Duration UNTIL_FIRST_SURPRISE = Duration.ofSeconds(3);
    /**
     * The scanner requests exchangeInfo for each surprise, at a weight of 25: a third surprise in ten seconds would
     * wait for the scanner's weight budget, and some would be too old by then.
     */
    private static final Duration BETWEEN_SURPRISES = Duration.ofMillis(5_500);

    private static final Duration LISTED_BEFORE_SURPRISE = Duration.ofMillis(800);
    private static final int LONGEST_POLL_MILLIS = 450;
    private static final int LONGEST_DELAY_MICROS = 40_000;

    private final Instant begin;
    private final Random random;
    private final List<PlannedListing> listings = new ArrayList<>();

    private ListingSchedule(Instant begin, long seed) {
        this.begin = begin;
        this.random = new Random(seed);
    }

    /** The planned listings, in the order in which the driver adds them at the simulator. */
    public static List<PlannedListing> of(Volume volume, long seed, Instant begin) {
        ListingSchedule schedule = new ListingSchedule(begin, seed);
        schedule.surprises(Phase.FIRST_SURPRISE, "FSU", volume.firsts(), begin.plus(UNTIL_FIRST_SURPRISE));
        Instant next = begin.plus(UNTIL_FIRST_OPENING);
        next = schedule.openings(Phase.FIRST_SCHEDULED, "FSC", volume.firsts(), next);
        next = schedule.openings(Phase.EXACT, "EXA", volume.exact(), next);
        next = schedule.openings(Phase.LATE, "LAT", volume.late(), next);
        schedule.surprises(Phase.SURPRISE, "SUR", volume.surprises(), next.plus(UNTIL_FIRST_SURPRISE));
        return schedule.listings.stream()
                .sorted(Comparator.comparing(PlannedListing::listAt))
                .toList();
    }

    private Instant openings(Phase phase, String name, int count, Instant first) {
        Instant opening = first;
        for (int i = 0; i < count; i++) {
            long delay = phase == Phase.LATE ? random.nextInt(LONGEST_DELAY_MICROS + 1) : 0;
            Instant announced = opening.minus(ANNOUNCED_AHEAD);
            listings.add(
                    new PlannedListing(phase, name + i, announced.isBefore(begin) ? begin : announced, opening, delay));
            opening = opening.plus(BETWEEN_OPENINGS);
        }
        return opening;
    }

    private void surprises(Phase phase, String name, int count, Instant first) {
        for (int i = 0; i < count; i++) {
            Instant opening =
                    first.plus(BETWEEN_SURPRISES.multipliedBy(i)).plusMillis(random.nextInt(LONGEST_POLL_MILLIS));
            listings.add(new PlannedListing(phase, name + i, opening.minus(LISTED_BEFORE_SURPRISE), opening, 0));
        }
    }
}
