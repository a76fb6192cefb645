package io.firstfill.simulator.book;

public enum OrderType {
    LIMIT,
    MARKET,
    LIMIT_MAKER,
    IMMEDIATE_OR_CANCEL,
    FILL_OR_KILL;

    /** Whether what is left after matching waits in the book. */
    boolean rests() {
        return this == LIMIT || this == LIMIT_MAKER;
    }
}
