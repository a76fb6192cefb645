package io.firstfill.trader.firing;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** The thread on which an opening timer waits for its moment. */
public interface FiringThread {
    /**
     * Runs the action at the moment, which lies less than a second ahead.
     *
     * @param at by our clock
     * @param isWanted asked again and again while waiting; once false the action may run early, and decides itself to
     *     do nothing
     */
    void runAt(Instant at, BooleanSupplier isWanted, Runnable action);
}
