package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** A limit of at most {@code limit} units in any stretch of {@code period}. */
public record Window(int limit, Duration period) {

    public Window {
        requireNonNull(period, "period");
        if (limit < 0) {
            throw new IllegalArgumentException("A window's limit cannot be negative: " + limit);
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("A window needs a positive period: " + period);
        }
    }
}
