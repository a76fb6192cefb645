package io.firstfill.scanner.timer;

import java.time.Duration;

/** Runs tasks later, on an event loop. A port, so that a test moves the time itself. */
public interface Timers {
    /** Runs the task once. The shortest delay is 1 ms. */
    Timer after(Duration delay, Runnable task);

    /** Runs the task once a period, for the first time after one period. */
    Timer every(Duration period, Runnable task);

    /** A task that has been scheduled. */
    @FunctionalInterface
    interface Timer {
        /** A timer that runs nothing: the value of a field before its first use. */
        Timer NONE = () -> {};

        /** Cancels the task; does nothing when the task has run. */
        void cancel();
    }
}
