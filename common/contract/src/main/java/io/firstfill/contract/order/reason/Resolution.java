package io.firstfill.contract.order.reason;

/** What look-ups found out about an unresolved order. */
public enum Resolution {
    /** The exchange has it; its state follows. */
    FOUND,
    /** The exchange does not have it and cannot accept it any more. */
    ABSENT,
    /** Handed to the operator: look-ups did not settle it. */
    OPERATOR
}
