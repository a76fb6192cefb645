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
    private static final double AFTER_REFUSAL = 0.9;
    /** Below this part fewer requests cure nothing: something else is refused. */
    private static final double LEAST = 0.4;

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

    double at(Instant now) {
        Instant horizon = now.minus(REMEMBERED);
        while (!refusals.isEmpty() && refusals.getFirst().isBefore(horizon)) {
            refusals.removeFirst();
        }
        return Math.max(LEAST, Math.pow(AFTER_REFUSAL, refusals.size()));
    }
}
