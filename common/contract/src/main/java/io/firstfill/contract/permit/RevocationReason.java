package io.firstfill.contract.permit;

import io.firstfill.contract.level.Since;

/** Why risk revokes a permit. */
public enum RevocationReason {
    RUN_STOPPED,
    /** The environment is REDUCING or HALTED. */
    TRADING_STATE,
    RUN_SUSPENDED,
    /** The run continues with another amount or tighter caps. */
    CONFIGURATION_CHANGED,
    /** The permit has expired and its holder has not returned it. */
    EXPIRED,
    /** A circuit breaker has tripped: {@code LOSS_PER_DAY} or {@code CONSECUTIVE_FAILURES}. */
    @Since(value = 3, instead = "CONFIGURATION_CHANGED")
    BREAKER_TRIPPED
}
