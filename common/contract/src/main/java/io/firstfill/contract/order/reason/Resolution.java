package io.firstfill.contract.order.reason;

/** The result of the order queries about an unresolved order. */
public enum Resolution {
    /** The exchange has the order; further events say its state. */
    FOUND,
    /** The exchange does not have the order and cannot accept it any more. */
    ABSENT,
    /** The order is handed to the operator, because order queries did not resolve it. */
    OPERATOR
}
