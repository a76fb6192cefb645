package io.firstfill.simulator.behaviour;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One point of a course: the market at a time after the opening.
 *
 * @param atMillis since the true opening, by the exchange's clock
 * @param factor multiple of the reference price around which the market maker quotes
 * @param halted whether trading is halted from here to the next point; the price of the next point is then a gap
 * @param sides the sides that are quoted from here to the next point; both when absent
 */
public record CoursePoint(
        long atMillis,
        BigDecimal factor,
        boolean halted,
        @Nullable QuotedSides sides) {

    // A point comes from JSON, where any field may be absent.
    @SuppressWarnings("ConstantValue")
    public CoursePoint {
        if (atMillis < 0) {
            throw new IllegalArgumentException("atMillis is not negative");
        }
        if (factor == null || factor.signum() <= 0) {
            throw new IllegalArgumentException("the factor of a point is positive");
        }
    }
}
