package io.firstfill.trader.reconcile;

import io.firstfill.trader.loop.Results;
import io.firstfill.trader.order.OrderQueryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The look-ups of one order.
 *
 * @param firstLook completes when the order has been asked about once and what was learned is durable, or can never be
 *     written
 * @param emptied completes on the event loop when the exchange pushes that the order has ended with nothing bought
 * @param result completes on the event loop when the order is settled
 */
public record Tracking(
        CompletableFuture<Void> firstLook,
        CompletableFuture<ReconcileResult> emptied,
        CompletableFuture<ReconcileResult> result) {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    static Tracking begin() {
        return new Tracking(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
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

    /** Hands on what becomes known of the order. */
    public void route(Consumer<ReconcileResult> next) {
        Results.route(emptied, next);
        Results.route(result, next);
    }

    /** The pause until the next look-up: the delay, or longer where the answer says so. */
    static Duration pause(OrderQueryResult answer, Duration delay, Instant now) {
        if (answer instanceof OrderQueryResult.Unanswered unanswered && unanswered.retryAt() != null) {
            Duration until = Duration.between(now, unanswered.retryAt());
            return until.compareTo(delay) > 0 ? until : delay;
        }
        return delay;
    }
}
