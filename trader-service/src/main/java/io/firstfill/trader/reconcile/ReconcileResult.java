package io.firstfill.trader.reconcile;

import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderSnapshot;
import java.util.concurrent.CompletionStage;

/** The settlement of an order that was in doubt or accepted. Its events are committed already. */
public sealed interface ReconcileResult {
    Buy buy();

    /** The order has ended at the exchange as the snapshot shows. */
    record Ended(Buy buy, OrderSnapshot end) implements ReconcileResult {}

    /**
     * The order has ended as the exchange has pushed. No further attempt follows before the end is confirmed.
     *
     * @param confirmed completes on the event loop when a look-up has confirmed the end, or denied it
     */
    record Pushed(Buy buy, CompletionStage<ReconcileResult> confirmed) implements ReconcileResult {}

    /** The exchange has never taken the order. */
    record Absent(Buy buy) implements ReconcileResult {}

    /** Look-ups could not settle the order: a person has to. */
    record HandedOver(Buy buy) implements ReconcileResult {}
}
