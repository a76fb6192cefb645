package io.firstfill.contract.value;

/** The permission of an environment to send orders. The state survives restarts. */
public enum TradingState {
    /** Buys and sells are sent. */
    ACTIVE,
    /** Only sells are sent. */
    REDUCING,
    /** Nothing is sent. */
    HALTED
}
