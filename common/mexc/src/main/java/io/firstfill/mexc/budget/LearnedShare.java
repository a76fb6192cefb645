package io.firstfill.mexc.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The part of the configured limits that the exchange has shown to allow. Each refusal for too many requests takes a
 * tenth of what is left; it is forgotten after a day. The part is never above the whole. Not thread-safe: the budget
 * that owns the share holds the lock.
 */
final class LearnedShare {
    private static final int WHOLE = 100;
    /** Below this percentage fewer requests cure nothing: something else is refused. */
    private static final int LEAST = 40;

    private static final Duration REMEMBERED = Duration.ofDays(1);
    /** Refusals this close together belong to one burst, which was sent at one rate. */
    private static final Duration BURST = Duration.ofSeconds(1);

    private final Deque<Instant> refusals = new ArrayDeque<>();

    void refused(Instant now) {
        Instant last = refusals.peekLast();
        if (last == null || !now.isBefore(last.plus(BURST))) {
            refusals.addLast(now);
        }
    }

    /** Returns the part as a percentage. */
    int percentAt(Instant now) {
        Instant horizon = now.minus(REMEMBERED);
        while (!refusals.isEmpty() && refusals.getFirst().isBefore(horizon)) {
            refusals.removeFirst();
        }
        int percent = WHOLE;
        for (int refused = refusals.size(); refused > 0 && percent > LEAST; refused--) {
            percent = percent * 9 / 10;
        }
        return Math.max(LEAST, percent);
    }
}
