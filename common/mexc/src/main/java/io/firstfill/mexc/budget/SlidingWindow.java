package io.firstfill.mexc.budget;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the units spent within the last period. Not thread-safe: the budget that owns the window holds the lock. */
final class SlidingWindow {

    private record Spent(Instant at, int units) {}

    private final String rule;
    private final Window window;
    private final int atOpenings;
    private final int between;
    private int limit;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int used;

    SlidingWindow(String rule, Window window) {
        this(rule, window, window);
    }

    /** @throws IllegalArgumentException where the periods differ */
    SlidingWindow(String rule, Window atOpenings, Window between) {
        if (!atOpenings.period().equals(between.period())) {
            throw new IllegalArgumentException("A window has one period at all times: " + rule);
        }
        this.rule = rule;
        this.window = atOpenings;
        this.atOpenings = atOpenings.limit();
        this.between = between.limit();
        this.limit = Math.min(this.atOpenings, this.between);
    }

    /**
     * Sets the limit of this moment.
     *
     * @param percent of the limit that the exchange has shown to allow; what is allowed at all stays above 0
     */
    void adjust(OpeningPhases phases, int percent, Instant now) {
        int whole = at(phases, now);
        limit = whole == 0 ? 0 : Math.max(1, whole * percent / 100);
    }

    private int at(OpeningPhases phases, Instant now) {
        if (atOpenings > between) {
            return phases.holds(now, window.period()) ? atOpenings : between;
        }
        return atOpenings < between && phases.touches(now, window.period()) ? atOpenings : between;
    }

    int limit() {
        return limit;
    }

    boolean hasRoom(Instant now, int units) {
        expire(now);
        return used + units <= limit;
    }

    void spend(Instant now, int units) {
        spent.addLast(new Spent(now, units));
        used += units;
    }

    Grant.Denied denial(Instant now, int units) {
        return new Grant.Denied(rule, used, limit, roomAt(now, units));
    }

    /** Counts everything as spent now, the safe reading after the clock has stepped back. */
    void rebase(Instant now) {
        int units = used;
        spent.clear();
        used = 0;
        spend(now, units);
    }

    private Instant roomAt(Instant now, int units) {
        int toFree = used + units - limit;
        for (Spent entry : spent) {
            toFree -= entry.units();
            if (toFree <= 0) {
                return entry.at().plus(window.period());
            }
        }
        return now.plus(window.period());
    }

    private void expire(Instant now) {
        Instant horizon = now.minus(window.period());
        for (Spent head = spent.peekFirst(); head != null && !head.at().isAfter(horizon); head = spent.peekFirst()) {
            used -= head.units();
            spent.removeFirst();
        }
    }
}
