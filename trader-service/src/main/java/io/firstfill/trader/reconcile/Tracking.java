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

    /**
     * The pause before the look-up after the next one: three times as long, up to a second. The look-ups of one order
     * come 25, 100, 325 and 1000 ms after its answer, at the pace that a budget of three a second allows: none is spent
     * where the one before has just asked, and no long gap follows.
     */
    static Duration longer(Duration delay) {
        Duration longer = delay.multipliedBy(3);
        return longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
    }
}
