package io.firstfill.trader.reconcile;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The look-ups of one order.
 *
 * @param firstLook completes when the order has been asked about once and what was learned is durable, or can never be
 *     written
 * @param result completes on the event loop when the order is settled
 */
public record Tracking(CompletableFuture<Void> firstLook, CompletableFuture<ReconcileResult> result) {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    static Tracking begin() {
        return new Tracking(new CompletableFuture<>(), new CompletableFuture<>());
    }

    /** The pause before the look-up after the next one: doubled, up to a second. */
    static Duration longer(Duration delay) {
        Duration doubled = delay.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }
}
