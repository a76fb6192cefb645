package io.firstfill.local.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Repeats a query every 50 ms until it has a result or a timeout has passed. */
public final class Polling {
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Polling() {}

    /**
     * Returns when the condition holds.
     *
     * @param what the awaited event, for the message of the exception
     * @throws IllegalStateException when the condition does not hold within the timeout
     */
    public static void until(Duration timeout, String what, BooleanSupplier condition) {
        if (tryFor(timeout, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isEmpty()) {
            throw new IllegalStateException("waited " + timeout.toSeconds() + " s for " + what);
        }
    }

    /** The first result of the query; empty when there is none within the timeout or the thread is interrupted. */
    public static <T> Optional<T> tryFor(Duration timeout, Supplier<Optional<T>> query) {
        long end = System.nanoTime() + timeout.toNanos();
        Optional<T> result = query.get();
        while (result.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(INTERVAL.toNanos());
            result = query.get();
        }
        return result;
    }
}
