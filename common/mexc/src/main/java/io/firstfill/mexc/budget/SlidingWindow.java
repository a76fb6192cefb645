package io.firstfill.mexc.budget;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the units spent within the last period. Not thread-safe: the budget that owns the window holds the lock. */
final class SlidingWindow {

    private record Spent(Instant at, int units) {}

    private final String rule;
    private final Window window;
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int used;

    SlidingWindow(String rule, Window window) {
        this.rule = rule;
        this.window = window;
    }

    boolean hasRoom(Instant now, int units) {
        expire(now);
        return used + units <= window.limit();
    }

    void spend(Instant now, int units) {
        spent.addLast(new Spent(now, units));
        used += units;
    }

    Grant.Denied denial(Instant now, int units) {
        return new Grant.Denied(rule, used, window.limit(), roomAt(now, units));
    }

    /** Counts everything as spent now, the safe reading after the clock has stepped back. */
    void rebase(Instant now) {
        int units = used;
        spent.clear();
        used = 0;
        spend(now, units);
    }

    private Instant roomAt(Instant now, int units) {
        int toFree = used + units - window.limit();
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
