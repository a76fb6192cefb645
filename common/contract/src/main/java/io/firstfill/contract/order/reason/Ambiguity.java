package io.firstfill.contract.order.reason;

/** Why the exchange's answer to an order is unknown. */
public enum Ambiguity {
    TIMEOUT,
    CONNECTION_LOST,
    /** 5xx: the execution status is unknown. */
    SERVER_ERROR,
    /** The answer does not have the form that the exchange documents. */
    UNREADABLE,
    /** The trader stopped between sending the request and reading the answer. */
    RESTARTED
}
