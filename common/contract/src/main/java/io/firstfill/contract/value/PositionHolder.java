package io.firstfill.contract.value;

/** Who decides about selling a position. */
public enum PositionHolder {
    /** No exit plan: handed to the operator. */
    OPERATOR,
    /** The run's exit plan. */
    EXIT_PLAN
}
