package io.firstfill.contract.permit;

/** Why risk revokes a permit. */
public enum RevocationReason {
    RUN_STOPPED,
    /** The environment is REDUCING or HALTED. */
    TRADING_STATE,
    RUN_SUSPENDED,
    /** The run continues with another amount or tighter caps. */
    CONFIGURATION_CHANGED,
    /** The permit has expired and its holder has not returned it. */
    EXPIRED
}
