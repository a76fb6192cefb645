package io.firstfill.simulator.book;

/** Status of an order, by the exchange's names; {@link Order} shows the transitions. */
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
