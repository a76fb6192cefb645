package io.firstfill.control.run;

/**
 * The state of a run as far as its messages were read.
 *
 * <pre>
 * ACTIVE ⇄ SUSPENDED
 *    └───┬─────┘
 *  STOP_REQUESTED → STOPPING → STOPPED
 * </pre>
 *
 * A stop is published on two topics, so a later state may be read first: no transition leads back.
 */
public enum RunState {
    ACTIVE,
    /** No orders are sent until an operator validates the credential again. */
    SUSPENDED,
    /** The stop is recorded; no trader has confirmed it yet. */
    STOP_REQUESTED,
    /** The trader sends no further buy and resolves the orders in flight. */
    STOPPING,
    STOPPED;

    boolean isBefore(RunState later) {
        return compareTo(later) < 0;
    }
}
