package io.firstfill.simulator.behaviour;

import java.math.BigDecimal;
import java.util.List;

/** The course of a new coin's first hour, or of as long as {@code shapeMillis} says. */
public enum Shape {
    /** The reference price; no more moves than those of {@code makerVolatility}. */
    FLAT,
    /** Four times the price at 2 % of the time, near it again at 30 %, below it at the end. */
    SPIKE_AND_FADE,
    /** Evenly up to two and a half times the price. */
    SLOW_CLIMB,
    /** Half the price at 5 % of the time, and a twentieth of it at the end. */
    COLLAPSE,
    /** Trading halts at 20 % of the time; at 40 % it goes on at half the price. */
    HALT_AND_GAP,
    /** From 30 % to 60 % of the time there is no bid, then there are bids again at a lower price. */
    ONE_SIDED;

    /**
     * The course of this shape over a time.
     *
     * @param millis at least 1000
     */
    Course over(long millis) {
        return new Course(points().stream()
                .map(point -> new CoursePoint(
                        point.atMillis() * millis / 1000, point.factor(), point.halted(), point.sides()))
                .toList());
    }

    /** The points at thousandths of the time. */
    private List<CoursePoint> points() {
        return switch (this) {
            case FLAT -> List.of(at(0, "1"));
            case SPIKE_AND_FADE -> List.of(at(0, "1"), at(20, "4"), at(60, "3"), at(300, "1.2"), at(1000, "0.6"));
            case SLOW_CLIMB -> List.of(at(0, "1"), at(1000, "2.5"));
            case COLLAPSE -> List.of(at(0, "1"), at(10, "1.3"), at(50, "0.5"), at(200, "0.15"), at(1000, "0.05"));
            case HALT_AND_GAP ->
                List.of(at(0, "1"), at(100, "1.5"), halted(200, "1.4"), at(400, "0.7"), at(1000, "0.6"));
            case ONE_SIDED -> List.of(at(0, "1"), at(100, "1.2"), withoutBids(300, "0.8"), at(600, "0.5"));
        };
    }

    private static CoursePoint at(long thousandths, String factor) {
        return new CoursePoint(thousandths, new BigDecimal(factor), false, null);
    }

    private static CoursePoint halted(long thousandths, String factor) {
        return new CoursePoint(thousandths, new BigDecimal(factor), true, null);
    }

    private static CoursePoint withoutBids(long thousandths, String factor) {
        return new CoursePoint(thousandths, new BigDecimal(factor), false, QuotedSides.ASKS);
    }
}
