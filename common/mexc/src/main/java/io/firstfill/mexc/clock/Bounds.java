package io.firstfill.mexc.clock;

import java.time.Duration;

/** The two values between which an offset lies for certain. */
record Bounds(Duration low, Duration high) {

    /** Returns the bounds after the clocks may have drifted apart by so much. */
    Bounds widened(Duration by) {
        return new Bounds(low.minus(by), high.plus(by));
    }

    boolean meets(Bounds other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    /** Returns the intersection of bounds that meet. */
    Bounds common(Bounds other) {
        return new Bounds(
                low.compareTo(other.low) >= 0 ? low : other.low, high.compareTo(other.high) <= 0 ? high : other.high);
    }

    /** Returns the smallest bounds that contain both. */
    Bounds hull(Bounds other) {
        return new Bounds(
                low.compareTo(other.low) <= 0 ? low : other.low, high.compareTo(other.high) >= 0 ? high : other.high);
    }

    Duration width() {
        return high.minus(low);
    }

    Duration half() {
        return width().dividedBy(2);
    }

    Duration middle() {
        return low.plus(half());
    }
}
