package io.firstfill.simulator.book;

/** Type of an order, by the exchange's names. */
public enum OrderType {
    LIMIT,
    MARKET,
    LIMIT_MAKER,
    IMMEDIATE_OR_CANCEL,
    FILL_OR_KILL;

    /** Returns whether the rest after matching is added to the book. */
    boolean rests() {
        return this == LIMIT || this == LIMIT_MAKER;
    }
}
