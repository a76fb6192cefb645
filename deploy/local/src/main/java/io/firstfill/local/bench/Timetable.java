package io.firstfill.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * When what opens; the same for the same seed. Scheduled openings are apart by more than a second, so that the order rate
 * of ten a second has renewed; each surprise falls at its own place between two polls of the scanner.
 */
final class Timetable {
    /** The first scheduled listing must be seen in the calendar, qualified and armed 20 s ahead. */
    private static final Duration UNTIL_FIRST_OPENING = Duration.ofSeconds(30);

    private static final Duration ANNOUNCED_AHEAD = Duration.ofSeconds(45);
    private static final Duration BETWEEN_OPENINGS = Duration.ofMillis(1_100);
    private static final Duration UNTIL_FIRST_SURPRISE = Duration.ofSeconds(3);
    /**
     * The scanner asks exchangeInfo for each surprise, at a weight of 25: more than two in ten seconds would wait for its
     * budget, and some would be too old by then.
     */
    private static final Duration BETWEEN_SURPRISES = Duration.ofMillis(5_500);

    private static final Duration KNOWN_BEFORE_SURPRISE = Duration.ofMillis(800);
    private static final int LONGEST_POLL_MILLIS = 450;
    private static final int LONGEST_DELAY_MICROS = 40_000;

    private final Instant begin;
    private final Random random;
    private final List<Coming> listings = new ArrayList<>();

    private Timetable(Instant begin, long seed) {
        this.begin = begin;
        this.random = new Random(seed);
    }

    /** In the order in which the simulator is to be told. */
    static List<Coming> of(Volume volume, long seed, Instant begin) {
        Timetable table = new Timetable(begin, seed);
        table.surprises(Phase.FIRST_SURPRISE, "FSU", volume.firsts(), begin.plus(UNTIL_FIRST_SURPRISE));
        Instant next = begin.plus(UNTIL_FIRST_OPENING);
        next = table.openings(Phase.FIRST_SCHEDULED, "FSC", volume.firsts(), next);
        next = table.openings(Phase.EXACT, "EXA", volume.exact(), next);
        next = table.openings(Phase.LATE, "LAT", volume.late(), next);
        table.surprises(Phase.SURPRISE, "SUR", volume.surprises(), next.plus(UNTIL_FIRST_SURPRISE));
        return table.listings.stream()
                .sorted(Comparator.comparing(Coming::tellAt))
                .toList();
    }

    private Instant openings(Phase phase, String name, int count, Instant first) {
        Instant opening = first;
        for (int i = 0; i < count; i++) {
            long delay = phase == Phase.LATE ? random.nextInt(LONGEST_DELAY_MICROS + 1) : 0;
            Instant told = opening.minus(ANNOUNCED_AHEAD);
            listings.add(new Coming(phase, name + i, told.isBefore(begin) ? begin : told, opening, delay));
            opening = opening.plus(BETWEEN_OPENINGS);
        }
        return opening;
    }

    private void surprises(Phase phase, String name, int count, Instant first) {
        for (int i = 0; i < count; i++) {
            Instant opening =
                    first.plus(BETWEEN_SURPRISES.multipliedBy(i)).plusMillis(random.nextInt(LONGEST_POLL_MILLIS));
            listings.add(new Coming(phase, name + i, opening.minus(KNOWN_BEFORE_SURPRISE), opening, 0));
        }
    }
}
