package io.firstfill.contract.order.reason;

/** Why the exchange's answer is unknown. */
public enum Ambiguity {
    TIMEOUT,
    CONNECTION_LOST,
    /** 5xx: the execution status is unknown. */
    SERVER_ERROR,
    /** An answer that is not what was promised. */
    UNREADABLE,
    /** We stopped between sending and reading the answer. */
    RESTARTED
}
