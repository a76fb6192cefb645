package io.firstfill.trader.loop;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A clock that only a test moves, with event loops and a firing thread that follow it. Tasks run on the calling thread,
 * in the order of their times, so that a test gives the same result in every run and waits for nothing.
 */
public final class VirtualTime {
    /** Later than any stored test record and before any deadline of the tests. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private record Task(Instant at, long number, Object owner, Runnable action) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
    private Instant now = START;
    private long numbers;

    public Instant now() {
        return now;
    }

    /** Returns an event loop on this clock. Closing the loop drops its tasks. */
    public EventLoop newLoop() {
        return new Loop();
    }

    /** Runs the action at the time, outside any event loop. */
    public void at(Instant time, Runnable action) {
        tasks.add(new Task(time.isBefore(now) ? now : time, numbers++, this, action));
    }

    /** Returns a result that completes after the delay. */
    public Uni<Void> after(Duration delay) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        at(now.plus(delay), () -> done.complete(null));
        return Uni.createFrom().completionStage(done);
    }

    /** Runs all tasks that are due now, and those that they make due now. */
    public void runDue() {
        advanceTo(now);
    }

    /** Runs every task of the next duration, in order. */
    public void advance(Duration duration) {
        advanceTo(now.plus(duration));
    }

    /** Runs every task up to the time, in order. */
    public void advanceTo(Instant time) {
        runUntil(() -> false, time);
        now = time.isAfter(now) ? time : now;
    }

    /** Runs tasks until the condition holds; returns false if it does not hold within the limit. */
    public boolean runUntil(BooleanSupplier condition, Duration limit) {
        return runUntil(condition, now.plus(limit));
    }

    private boolean runUntil(BooleanSupplier condition, Instant end) {
        while (!condition.getAsBoolean()) {
            Task next = tasks.peek();
            if (next == null || next.at().isAfter(end)) {
                return false;
            }
            tasks.remove();
            now = next.at().isAfter(now) ? next.at() : now;
            next.action().run();
        }
        return true;
    }

    private final class Loop implements EventLoop {
        private boolean closed;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void execute(Runnable task) {
            after(Duration.ZERO, task);
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            if (closed) {
                return () -> {};
            }
            Task scheduled = new Task(delay.isNegative() ? now : now.plus(delay), numbers++, this, task);
            tasks.add(scheduled);
            return () -> tasks.remove(scheduled);
        }

        @Override
        public void close() {
            closed = true;
            tasks.removeIf(task -> task.owner() == this);
        }
    }
}
