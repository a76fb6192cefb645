package io.firstfill.trader.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * An event loop on a platform thread of its own. Answers that are still under way when it is closed are dropped:
 * whoever takes over the environment asks the exchange itself.
 */
public final class ThreadEventLoop implements EventLoop {
    private static final Logger LOG = Logger.getLogger(ThreadEventLoop.class);
    /** The time that {@link #close} waits for the task that is running. */
    private static final long LONGEST_TASK_MILLIS = 1_000;

    private final ScheduledThreadPoolExecutor executor;
    private final InstantSource clock;

    public ThreadEventLoop(String name, InstantSource clock) {
        this.clock = clock;
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.prestartAllCoreThreads();
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(guarded(task));
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        Future<?> scheduled = executor.schedule(guarded(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
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
                LOG.error("A task of the event loop failed", bug);
            }
        };
    }
}
