package io.firstfill.mexc.order;

public enum Side {
    BUY,
    SELL
}
