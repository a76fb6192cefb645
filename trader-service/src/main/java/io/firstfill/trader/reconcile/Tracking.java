package io.firstfill.trader.reconcile;

import java.util.concurrent.CompletableFuture;

/**
 * The look-ups of one order.
 *
 * @param firstLook completes when the order has been asked about once and what was learned is durable
 * @param result completes on the event loop when the order is settled
 */
public record Tracking(CompletableFuture<Void> firstLook, CompletableFuture<ReconcileResult> result) {
    static Tracking begin() {
        return new Tracking(new CompletableFuture<>(), new CompletableFuture<>());
    }
}
