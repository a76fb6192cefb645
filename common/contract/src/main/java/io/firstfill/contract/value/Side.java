package io.firstfill.contract.value;

/** The side of an order, from our point of view. */
public enum Side {
    BUY,
    SELL
}
