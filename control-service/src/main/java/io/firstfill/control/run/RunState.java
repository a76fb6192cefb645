package io.firstfill.control.run;

/**
 * Where a run is, as far as it has been told.
 *
 * <pre>
 * ACTIVE ⇄ SUSPENDED
 *    └───┬─────┘
 *  STOP_REQUESTED → STOPPING → STOPPED
 * </pre>
 *
 * Stops come over two topics, so a later state may be told first: no step leads back.
 */
public enum RunState {
    ACTIVE,
    /** No orders until an operator re-validates. */
    SUSPENDED,
    /** The stop is recorded; no trader has confirmed it yet. */
    STOP_REQUESTED,
    /** The trader sends no further buy and settles what is in flight. */
    STOPPING,
    STOPPED;

    boolean isBefore(RunState later) {
        return compareTo(later) < 0;
    }
}
