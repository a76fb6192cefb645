package io.firstfill.trader.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits on a platform thread of its own, within a few hundred microseconds of the moment: the thread parks until the
 * last two milliseconds and spins from there, because a parked thread wakes late. The time is counted on the machine's
 * monotonic clock.
 */
public record SpinningThread(InstantSource clock) implements FiringThread {
    private static final Duration SPIN = Duration.ofMillis(2);

    @Override
    public void runAt(Instant at, BooleanSupplier isWanted, Runnable action) {
        long target = System.nanoTime() + Duration.between(clock.instant(), at).toNanos();
        Thread.ofPlatform().name("opening-timer").daemon().start(() -> {
            await(target, isWanted);
            action.run();
        });
    }

    private static void await(long target, BooleanSupplier isWanted) {
        long left = target - System.nanoTime();
        while (left > SPIN.toNanos() && isWanted.getAsBoolean()) {
            LockSupport.parkNanos(left - SPIN.toNanos());
            left = target - System.nanoTime();
        }
        while (target - System.nanoTime() > 0 && isWanted.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
