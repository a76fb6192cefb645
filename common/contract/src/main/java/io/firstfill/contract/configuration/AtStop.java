package io.firstfill.contract.configuration;

/** What becomes of the positions of a run when the run is stopped. */
public enum AtStop {
    /** Each goes on by its plan. */
    KEEP_EXITS,
    /** Each is left to the operator; nothing of it is sold by a plan any more. */
    HAND_OVER
}
