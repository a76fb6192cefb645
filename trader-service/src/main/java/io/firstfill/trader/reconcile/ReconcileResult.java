package io.firstfill.trader.reconcile;

import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderSnapshot;

/** How an order in doubt, or accepted, was settled. Its events are committed already. */
public sealed interface ReconcileResult {
    Buy buy();

    /** The order has ended at the exchange as the snapshot shows. */
    record Ended(Buy buy, OrderSnapshot end) implements ReconcileResult {}

    /** The exchange has never taken the order. */
    record Absent(Buy buy) implements ReconcileResult {}

    /** Look-ups could not settle the order: a person has to. */
    record HandedOver(Buy buy) implements ReconcileResult {}
}
