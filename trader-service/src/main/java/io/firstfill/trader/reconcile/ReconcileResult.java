package io.firstfill.trader.reconcile;

import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderSnapshot;
import java.util.concurrent.CompletionStage;

/** What became of an order that was in doubt or accepted. The events of its settlement are committed already. */
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

    /**
     * The exchange has pushed that the order has ended with nothing bought. Its events come with the look-up that
     * confirms the end: until then the order is open, and its permit spent.
     */
    record PushedEmpty(Buy buy, OrderSnapshot end) implements ReconcileResult {}

    /** The exchange has never taken the order. */
    record Absent(Buy buy) implements ReconcileResult {}

    /** Look-ups could not settle the order: a person has to. */
    record HandedOver(Buy buy) implements ReconcileResult {}
}
