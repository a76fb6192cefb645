package io.firstfill.contract.value;

/** Who decides about selling a position. */
public enum PositionHolder {
    /** The operator, because the run has no exit plan. */
    OPERATOR,
    /** The run's exit plan. */
    EXIT_PLAN
}
