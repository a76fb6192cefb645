package io.firstfill.contract.value;

/** Buy or sell, from our side. */
public enum Side {
    BUY,
    SELL
}
