package io.firstfill.simulator.behaviour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the market of a pair moves by the time since its opening. Between two points the price moves in a straight line,
 * unless trading is halted; before the first point it is that of the first, after the last that of the last.
 */
final class Course {

    private static final int DIGITS = 8;

    private final List<CoursePoint> points;

    Course(List<CoursePoint> points) {
        requireOrdered(points);
        this.points = List.copyOf(points);
    }

    /** @throws IllegalArgumentException without points, or when they are not in the order of their times */
    static void requireOrdered(List<CoursePoint> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a course has at least one point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).atMillis() <= points.get(i - 1).atMillis()) {
                throw new IllegalArgumentException("the points of a course are in the order of their times");
            }
        }
    }

    MarketCondition at(long elapsedMillis) {
        int index = 0;
        while (index + 1 < points.size() && points.get(index + 1).atMillis() <= elapsedMillis) {
            index++;
        }
        CoursePoint from = points.get(index);
        QuotedSides sides = from.sides() == null ? QuotedSides.BOTH : from.sides();
        boolean moves = !from.halted() && index + 1 < points.size() && elapsedMillis > from.atMillis();
        BigDecimal factor = moves ? between(from, points.get(index + 1), elapsedMillis) : from.factor();
        return new MarketCondition(factor, from.halted(), sides);
    }

    private static BigDecimal between(CoursePoint from, CoursePoint to, long elapsedMillis) {
        BigDecimal share = BigDecimal.valueOf(elapsedMillis - from.atMillis())
                .divide(BigDecimal.valueOf(to.atMillis() - from.atMillis()), DIGITS, RoundingMode.DOWN);
        return from.factor().add(to.factor().subtract(from.factor()).multiply(share));
    }
}
