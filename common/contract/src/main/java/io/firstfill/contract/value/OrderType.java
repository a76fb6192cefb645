package io.firstfill.contract.value;

/** The order types of the exchange that this system sends. */
public enum OrderType {
    MARKET,
    LIMIT,
    IMMEDIATE_OR_CANCEL
}
