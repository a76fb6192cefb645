package io.firstfill.trader.reconcile;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.Orders;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the exchange about an order; every answer comes on the event loop. */
public final class OrderQueries {
    /** How long before the last moment it could be taken an order is searched for. */
    private static final Duration SEARCHED = Duration.ofMinutes(10);

    private final Orders orders;
    private final Venue venue;
    private final EventLoop loop;

    public OrderQueries(Orders orders, Venue venue, EventLoop loop) {
        this.orders = orders;
        this.venue = venue;
        this.loop = loop;
    }

    void find(Buy buy, Consumer<OrderQueryResult> then) {
        ask(venue.find(buy.pair(), buy.clientOrderId()), then);
    }

    /** Searches all orders and our trades; the answer is dropped when the order has moved on meanwhile. */
    void search(BuyState state, @Nullable ExchangeOrderId known, Instant validUntil, Consumer<OrderQueryResult> then) {
        Buy buy = state.buy();
        Instant to = venue.exchangeTime();
        ask(venue.search(buy.pair(), buy.clientOrderId(), known, validUntil.minus(SEARCHED), to), answer -> {
            if (state.equals(orders.find(buy.clientOrderId()).orElse(null))) {
                then.accept(answer);
            }
        });
    }

    private void ask(Uni<OrderQueryResult> question, Consumer<OrderQueryResult> then) {
        question.onFailure()
                .recoverWithItem(
                        bug -> new OrderQueryResult.Unanswered(bug.getClass().getSimpleName(), null))
                .subscribe()
                .with(answer -> loop.execute(() -> then.accept(answer)));
    }
}
