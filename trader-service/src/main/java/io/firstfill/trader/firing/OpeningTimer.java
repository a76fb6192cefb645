package io.firstfill.trader.firing;

import io.firstfill.trader.order.Venue;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Fires one loaded request of an opening at one moment, the first one or a probe, or is cancelled before. Firing and
 * {@link #cancel} are decided by one atomic step, so that nothing is sent after a successful cancel, and no lock is
 * held while sending.
 */
public final class OpeningTimer {
    private enum Phase {
        SET,
        FIRED,
        CANCELED
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.SET);
    private final BooleanSupplier mayFire;
    private final Supplier<Venue.Shot> loading;
    private final Consumer<Venue.Shot> action;
    private final Consumer<OpeningTimer> held;

    /**
     * @param mayFire asked at the moment itself, on the firing thread
     * @param loading called once, shortly before the moment
     * @param action receives the loaded shot at the moment, on the firing thread; never after a cancel, which unloads
     *     the shot
     * @param held called on the firing thread when the timer may not fire: it is cancelled then
     */
    public OpeningTimer(
            BooleanSupplier mayFire,
            Supplier<Venue.Shot> loading,
            Consumer<Venue.Shot> action,
            Consumer<OpeningTimer> held) {
        this.mayFire = mayFire;
        this.loading = loading;
        this.action = action;
        this.held = held;
    }

    /** Loads the request and waits for the moment, by our clock; to be called shortly before it. */
    public void fireAt(Instant moment, FiringThread thread) {
        if (isSet()) {
            Venue.Shot shot = loading.get();
            thread.runAt(moment, this::isSet, () -> fire(shot));
        }
    }

    /** False when the timer has fired. */
    public boolean cancel() {
        return phase.compareAndSet(Phase.SET, Phase.CANCELED) || phase.get() == Phase.CANCELED;
    }

    /** Whether the timer has fired or is cancelled. */
    public boolean isOver() {
        return !isSet();
    }

    private boolean isSet() {
        return phase.get() == Phase.SET;
    }

    private void fire(Venue.Shot shot) {
        boolean may = mayFire.getAsBoolean();
        if (may && phase.compareAndSet(Phase.SET, Phase.FIRED)) {
            action.accept(shot);
            return;
        }
        shot.unload();
        if (!may && phase.compareAndSet(Phase.SET, Phase.CANCELED)) {
            held.accept(this);
        }
    }
}
