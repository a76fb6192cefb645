package io.firstfill.contract.value;

/** What an environment may do. Survives restarts. */
public enum TradingState {
    /** Buys and sells. */
    ACTIVE,
    /** Sells only. */
    REDUCING,
    /** Nothing is sent. */
    HALTED
}
