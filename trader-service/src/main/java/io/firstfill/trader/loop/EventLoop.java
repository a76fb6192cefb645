package io.firstfill.trader.loop;

import java.time.Duration;
import java.time.Instant;

/**
 * The one thread of an environment, with its timers and its clock. All state of the environment is read and written on
 * it, so that no other synchronisation is needed. Tasks run one after another in the order they were handed in; a task
 * that throws is logged and the next one runs.
 */
public interface EventLoop extends AutoCloseable {
    /** The clock of this machine, in microseconds, the resolution of everything published. From any thread. */
    Instant now();

    /** Runs the task as soon as the tasks before it are done. From any thread. */
    void execute(Runnable task);

    /**
     * Runs the task once after the delay; at once when the delay is zero or negative. From any thread.
     *
     * @return cancels the task where it has not begun
     */
    Runnable after(Duration delay, Runnable task);

    /** Runs the task again and again, the first time after the interval. */
    default void every(Duration interval, Runnable task) {
        after(interval, () -> {
            every(interval, task);
            task.run();
        });
    }

    /** Ends the loop: no task begins after it returns. */
    @Override
    void close();
}
