package io.firstfill.contract.value;

/** What an environment may send to the exchange. The state survives restarts. */
public enum TradingState {
    /** Buys and sells are sent. */
    ACTIVE,
    /** Only sells are sent. */
    REDUCING,
    /** Nothing is sent. */
    HALTED
}
