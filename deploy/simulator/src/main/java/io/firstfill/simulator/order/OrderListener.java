package io.firstfill.simulator.order;

/** Receives every change of a customer's order and every fill, at the time of the change; house orders are left out. */
public interface OrderListener {

    /** Ignores everything. */
    OrderListener NONE = new OrderListener() {

        @Override
        public void orderChanged(PlacedOrder placed) {}

        @Override
        public void filled(Fill fill) {}
    };

    /** The order was added to the book, was executed in part or in full, or ended. */
    void orderChanged(PlacedOrder placed);

    void filled(Fill fill);
}
