package io.firstfill.risk.clock;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The time that processors have watched pass, added up over all of them. It never runs backward and never jumps: a step
 * of the wall clock does not change it, and the time between two processors (a restart, a rebalance) does not count,
 * because only a wall clock could tell how long that time was. So {@code total} is never more than the time that has
 * passed.
 *
 * @param uptime the monotonic clock at {@code total}; null before the first reading
 * @param origin whose monotonic clock that was; null before the first reading
 */
public record ElapsedTime(
        Duration total, @Nullable Duration uptime, @Nullable UUID origin) {
    public static final ElapsedTime ZERO = new ElapsedTime(Duration.ZERO, null, null);

    public ElapsedTime {
        Objects.requireNonNull(total, "total");
    }

    /** Returns the elapsed time at the reading. */
    public ElapsedTime at(ClockReading reading) {
        Duration before = uptime;
        boolean comparable = before != null
                && reading.origin().equals(origin)
                && reading.uptime().compareTo(before) > 0;
        Duration passed = comparable ? reading.uptime().minus(before) : Duration.ZERO;
        return new ElapsedTime(total.plus(passed), reading.uptime(), reading.origin());
    }

    /** Returns whether {@code other} continues the readings of the same processor. */
    public boolean continuedBy(ElapsedTime other) {
        return origin != null && origin.equals(other.origin());
    }
}
