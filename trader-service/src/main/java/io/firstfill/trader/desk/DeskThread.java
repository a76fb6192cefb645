package io.firstfill.trader.desk;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The one thread that owns the state of one environment. After {@link #close} nothing runs on it: answers still on their
 * way to a desk that has lost its partition are dropped, because its successor asks the exchange itself.
 */
final class DeskThread implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DeskThread.class);
    private static final long LONGEST_TASK_MILLIS = 1_000;

    private final ScheduledThreadPoolExecutor executor;

    DeskThread(String name) {
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.prestartAllCoreThreads();
    }

    void execute(Runnable task) {
        executor.execute(guarded(task));
    }

    /** Run the result to cancel. */
    Runnable after(Duration delay, Runnable task) {
        Future<?> scheduled = executor.schedule(guarded(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    void every(Duration interval, Runnable task) {
        after(interval, () -> {
            every(interval, task);
            task.run();
        });
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LONGEST_TASK_MILLIS, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException bug) {
                LOG.error("A task of the desk failed", bug);
            }
        };
    }
}
