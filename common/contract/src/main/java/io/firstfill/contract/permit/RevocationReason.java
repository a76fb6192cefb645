package io.firstfill.contract.permit;

/** Why a permit is taken back. */
public enum RevocationReason {
    RUN_STOPPED,
    /** REDUCING or HALTED. */
    TRADING_STATE,
    RUN_SUSPENDED,
    /** The run goes on with another amount or tighter caps. */
    CONFIGURATION_CHANGED,
    /** Its time is over and its holder has not given it back. */
    EXPIRED
}
