package io.firstfill.local.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again until the answer is there or the patience is over. */
public final class Patience {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Patience() {}

    public static void until(Duration patience, String what, BooleanSupplier condition) {
        if (tryFor(patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .isEmpty()) {
            throw new IllegalStateException("waited " + patience.toSeconds() + " s for " + what);
        }
    }

    public static <T> Optional<T> tryFor(Duration patience, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty()
                && System.nanoTime() < end
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = question.get();
        }
        return answer;
    }
}
