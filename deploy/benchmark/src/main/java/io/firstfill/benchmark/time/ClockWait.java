package io.firstfill.benchmark.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;

/** Waits for a time of the clock. */
public final class ClockWait {
    private ClockWait() {}

    /** Returns at the given time; at once when the time has passed or the thread is interrupted. */
    public static void until(Instant time, InstantSource clock) {
        Duration remaining = Duration.between(clock.instant(), time);
        while (remaining.isPositive() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(remaining.toNanos());
            remaining = Duration.between(clock.instant(), time);
        }
    }
}
