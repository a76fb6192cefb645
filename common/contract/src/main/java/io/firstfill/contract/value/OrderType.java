package io.firstfill.contract.value;

/** The exchange's order types we use. */
public enum OrderType {
    MARKET,
    LIMIT,
    IMMEDIATE_OR_CANCEL
}
