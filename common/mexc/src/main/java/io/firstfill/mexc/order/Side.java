package io.firstfill.mexc.order;

/** The side of an order, as the wire names it. */
public enum Side {
    BUY,
    SELL
}
