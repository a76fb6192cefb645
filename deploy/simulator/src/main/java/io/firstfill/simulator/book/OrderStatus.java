package io.firstfill.simulator.book;

public enum OrderStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    PARTIALLY_CANCELED;

    public boolean isOpen() {
        return this == NEW || this == PARTIALLY_FILLED;
    }
}
