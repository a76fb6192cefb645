package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

/**
 * What one process may send at different times. Each window has the same period in both.
 *
 * @param atOpenings in the seconds around a known opening, which belong to the orders
 * @param between at all other times, when polling has what a surprise's own requests leave
 */
public record TimedLimits(BudgetLimits atOpenings, BudgetLimits between) {
    public TimedLimits {
        requireNonNull(atOpenings, "atOpenings");
        requireNonNull(between, "between");
    }

    /** Returns limits that are the same at all times. */
    public static TimedLimits always(BudgetLimits limits) {
        return new TimedLimits(limits, limits);
    }
}
