package io.firstfill.contract.order.reason;

import io.firstfill.contract.level.Since;

/** The result of the order queries about an unresolved order. */
public enum Resolution {
    /** The exchange has the order; further events say its state. */
    FOUND,
    /** The exchange does not have the order and cannot accept it any more. */
    ABSENT,
    /** The order is handed to the operator, because order queries did not resolve it. */
    OPERATOR,
    /** A person has stated by a command what became of the order. */
    @Since(value = 2, instead = "OPERATOR")
    SETTLED
}
