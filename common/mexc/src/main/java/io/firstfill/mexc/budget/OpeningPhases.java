package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The seconds around known openings, in which orders own what an egress address may send. Scanner and trader learn the
 * openings from the same topic and compute the same phases without talking. The process that gives room away does so
 * for the whole phase and one window more; the process that takes the room waits for one window after the beginning, so
 * that no window of the exchange ever holds the larger part of both. Thread-safe.
 */
public final class OpeningPhases {
    /** Longer than the clocks of two processes and of the exchange differ, plus the wait for a window of one second. */
    private static final Duration LEAD = Duration.ofSeconds(4);

    /** The probes, the fallback and the look-ups of an opening that comes late. */
    private static final Duration TAIL = Duration.ofSeconds(6);

    /** The scanner publishes an opening and lowers its rate within 250 ms; two clocks differ, and requests overtake. */
    private static final Duration GUARD = Duration.ofMillis(750);

    private final InstantSource clock;
    /** When each opening became known here. An opening that is moved or withdrawn stays until it has passed. */
    private final Map<Instant, Instant> known = new HashMap<>();

    public OpeningPhases(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    /** Adds openings that are expected; those known already and those of the past change nothing. */
    public synchronized void expect(Collection<Instant> openings) {
        Instant now = clock.instant();
        known.keySet().removeIf(opening -> isOver(opening, now));
        openings.stream().filter(opening -> !isOver(opening, now)).forEach(opening -> known.putIfAbsent(opening, now));
    }

    private static boolean isOver(Instant opening, Instant now) {
        return opening.plus(TAIL).plusSeconds(60).isBefore(now);
    }

    /** Returns whether a process with less room at openings must keep within it now. */
    synchronized boolean touches(Instant now, Duration window) {
        return known.keySet().stream()
                .anyMatch(opening -> !now.isBefore(opening.minus(LEAD))
                        && now.isBefore(opening.plus(TAIL).plus(window).plus(GUARD)));
    }

    /** Returns whether a process with more room at openings may use it now. */
    synchronized boolean holds(Instant now, Duration window) {
        return known.entrySet().stream().anyMatch(each -> {
            Instant begun = later(each.getKey().minus(LEAD), each.getValue());
            return !now.isBefore(begun.plus(window).plus(GUARD))
                    && now.isBefore(each.getKey().plus(TAIL));
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
