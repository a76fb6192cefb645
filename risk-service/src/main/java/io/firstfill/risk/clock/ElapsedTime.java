package io.firstfill.risk.clock;

import java.time.Duration;
import java.time.Instant;
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
 * @param wall the wall clock at {@code total} as the first reading of the processor set it, carried on by the
 *     monotonic clock, so that a step does not move it; null before the first reading, and in a book stored before that
 *     was kept
 */
public record ElapsedTime(
        Duration total,
        @Nullable Duration uptime,
        @Nullable UUID origin,
        @Nullable Instant wall) {
    public static final ElapsedTime ZERO = new ElapsedTime(Duration.ZERO, null, null, null);

    /** A wall clock that differs by no more was disciplined, not stepped: its reading is taken over. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public ElapsedTime {
        Objects.requireNonNull(total, "total");
    }

    /** Returns the elapsed time at the reading. */
    public ElapsedTime at(ClockReading reading) {
        Duration before = uptime;
        boolean comparable = before != null && reading.origin().equals(origin);
        Duration passed = comparable && reading.uptime().compareTo(before) > 0
                ? reading.uptime().minus(before)
                : Duration.ZERO;
        Instant steady = comparable && wall != null ? wall.plus(passed) : reading.now();
        Duration off = Duration.between(steady, reading.now()).abs();
        return new ElapsedTime(
                total.plus(passed),
                reading.uptime(),
                reading.origin(),
                off.compareTo(TOLERANCE) <= 0 ? reading.now() : steady);
    }

    /** Returns the wall clock without the steps that this processor has seen; {@code now} before the first reading. */
    public Instant steady(Instant now) {
        return Objects.requireNonNullElse(wall, now);
    }

    /** Returns whether the wall clock at the latest reading is behind: it was stepped back. */
    public boolean isSteppedBack(Instant now) {
        return now.isBefore(steady(now).minus(TOLERANCE));
    }

    /** Returns whether {@code other} continues the readings of the same processor. */
    public boolean continuedBy(ElapsedTime other) {
        return origin != null && origin.equals(other.origin());
    }
}
