package io.firstfill.trader.desk;

import io.firstfill.trader.order.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Fires once, within a few hundred microseconds of a time, on a thread of its own: it parks until the last millisecond
 * and spins from there. Firing and {@link #disarm} are decided by one atomic step, so after a successful disarm nothing
 * is sent, and no lock is held while sending.
 */
final class Bell {
    private static final Duration SPIN = Duration.ofMillis(2);

    private enum Phase {
        SET,
        RUNG,
        DISARMED
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.SET);
    private final BooleanSupplier mayRing;
    private final Supplier<Venue.Shot> loading;
    private final Consumer<Venue.Shot> action;
    private final Consumer<Bell> silent;

    /**
     * @param mayRing asked at the moment itself
     * @param loading asked once, when the bell is about to ring
     * @param action rung with what was loaded; never after a disarm, which unloads it
     * @param silent told when it may not ring: it is disarmed then
     */
    Bell(BooleanSupplier mayRing, Supplier<Venue.Shot> loading, Consumer<Venue.Shot> action, Consumer<Bell> silent) {
        this.mayRing = mayRing;
        this.loading = loading;
        this.action = action;
        this.silent = silent;
    }

    /** To be called shortly before: the time is counted on the machine's monotonic clock from here. */
    void ringAt(Instant time, InstantSource clock) {
        long target =
                System.nanoTime() + Duration.between(clock.instant(), time).toNanos();
        if (phase.get() == Phase.SET) {
            Venue.Shot shot = loading.get();
            Thread.ofPlatform().name("bell").daemon().start(() -> await(target, shot));
        }
    }

    /** False when it has rung. */
    boolean disarm() {
        return phase.compareAndSet(Phase.SET, Phase.DISARMED) || phase.get() == Phase.DISARMED;
    }

    private void await(long target, Venue.Shot shot) {
        long left = target - System.nanoTime();
        while (left > SPIN.toNanos() && phase.get() == Phase.SET) {
            LockSupport.parkNanos(left - SPIN.toNanos());
            left = target - System.nanoTime();
        }
        while (target - System.nanoTime() > 0 && phase.get() == Phase.SET) {
            Thread.onSpinWait();
        }
        boolean may = mayRing.getAsBoolean();
        if (may && phase.compareAndSet(Phase.SET, Phase.RUNG)) {
            action.accept(shot);
            return;
        }
        shot.unload();
        if (!may && phase.compareAndSet(Phase.SET, Phase.DISARMED)) {
            silent.accept(this);
        }
    }
}
