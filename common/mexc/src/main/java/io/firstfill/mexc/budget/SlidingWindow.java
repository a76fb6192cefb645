package io.firstfill.mexc.budget;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Units spent within the last period. Not thread-safe: its budget holds the lock. */
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
        forgetBefore(now);
        return used + units <= window.limit();
    }

    void spend(Instant now, int units) {
        spent.addLast(new Spent(now, units));
        used += units;
    }

    Grant.Denied denial(Instant now, int units) {
        return new Grant.Denied(rule, used, window.limit(), roomAt(now, units));
    }

    /** After the clock stepped back: everything counts as spent now, the safe reading. */
    void rebase(Instant now) {
        int units = used;
        spent.clear();
        used = 0;
        spend(now, units);
    }

    int used(Instant now) {
        forgetBefore(now);
        return used;
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

    private void forgetBefore(Instant now) {
        Instant horizon = now.minus(window.period());
        for (Spent head = spent.peekFirst(); head != null && !head.at().isAfter(horizon); head = spent.peekFirst()) {
            used -= head.units();
            spent.removeFirst();
        }
    }
}
