package io.firstfill.trader.firing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits on a platform thread, within tens of microseconds of the moment where the machine has a processor free: the
 * thread parks until the last half millisecond and spins from there, because a parked thread wakes late. The time is
 * counted on the machine's monotonic clock. Threads are kept between moments: the probes of an opening follow one
 * another within milliseconds, and a new thread takes part of one to start.
 */
public final class SpinningThread implements FiringThread {
    private static final Duration SPIN = Duration.ofNanos(500_000);

    private final InstantSource clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("opening-timer-", 0).daemon().factory());

    public SpinningThread(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void runAt(Instant at, BooleanSupplier isWanted, Runnable action) {
        long target = System.nanoTime() + Duration.between(clock.instant(), at).toNanos();
        threads.execute(() -> {
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
