package io.firstfill.trader.reconcile;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.state.Orders;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the exchange about an order; every answer comes on the event loop. */
public final class OrderQueries {
    /** The time before the last moment it could be taken from which an order is searched for. */
    private static final Duration SEARCHED = Duration.ofMinutes(10);

    /** The subject of the alert about answers of which a part cannot be represented. */
    private static final String SOURCE = "orders";

    private final Orders orders;
    private final Venue venue;
    private final EventLoop loop;
    private final Alerts alerts;

    public OrderQueries(Orders orders, Venue venue, EventLoop loop, Alerts alerts) {
        this.orders = orders;
        this.venue = venue;
        this.loop = loop;
        this.alerts = alerts;
    }

    void find(Buy buy, Consumer<OrderQueryResult> then) {
        ask(venue.find(buy.pair(), buy.clientOrderId()), answer -> {
            watchStatus(buy, answer);
            then.accept(answer);
        });
    }

    /**
     * Searches all orders and our trades; the answer is dropped when the order has moved on meanwhile.
     *
     * @param movedOn goes on with an order that has moved on and has not ended
     */
    void search(
            BuyState state,
            @Nullable ExchangeOrderId known,
            Instant validUntil,
            Consumer<Buy> movedOn,
            Consumer<OrderQueryResult> then) {
        Buy buy = state.buy();
        Instant to = venue.exchangeTime();
        ask(venue.search(buy.pair(), buy.clientOrderId(), known, validUntil.minus(SEARCHED), to), answer -> {
            BuyState current = orders.find(buy.clientOrderId()).orElse(null);
            if (state.equals(current)) {
                then.accept(answer);
            } else if (current != null) {
                movedOn.accept(buy);
            }
        });
    }

    private void ask(Uni<OrderQueryResult> question, Consumer<OrderQueryResult> then) {
        question.onFailure()
                .recoverWithItem(
                        bug -> new OrderQueryResult.Unanswered(bug.getClass().getSimpleName(), null))
                .subscribe()
                .with(answer -> loop.execute(() -> {
                    watchForm(answer);
                    then.accept(answer);
                }));
    }

    private void watchForm(OrderQueryResult answer) {
        if (answer instanceof OrderQueryResult.Unreadable unreadable) {
            alerts.raise(
                    AlertKind.UNREADABLE_ANSWER,
                    SOURCE,
                    Severity.WARNING,
                    "The exchange's answer about an order cannot be represented: " + unreadable.detail());
        } else if (answer instanceof OrderQueryResult.Found || answer instanceof OrderQueryResult.Absent) {
            alerts.clear(AlertKind.UNREADABLE_ANSWER, SOURCE);
        }
    }

    private void watchStatus(Buy buy, OrderQueryResult answer) {
        if (!(answer instanceof OrderQueryResult.Found found)) {
            return;
        }
        String order = buy.clientOrderId().value();
        if (found.snapshot().status() == OrderSnapshot.Status.UNKNOWN) {
            String summary = "The exchange states the status of an order by a word that we do not know: ";
            alerts.raise(AlertKind.UNKNOWN_STATUS, order, Severity.WARNING, summary + buy.pair());
        } else {
            alerts.clearRaised(AlertKind.UNKNOWN_STATUS, order);
        }
    }
}
