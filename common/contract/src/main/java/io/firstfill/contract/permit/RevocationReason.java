package io.firstfill.contract.permit;

/** Why a permit is taken back. */
public enum RevocationReason {
    RUN_STOPPED,
    /** REDUCING or HALTED. */
    TRADING_STATE,
    RUN_SUSPENDED
}
