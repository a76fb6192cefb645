package io.firstfill.trader.reconcile;

import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState.InDoubt;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.state.OrderCommitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Hands an order that look-ups could not settle to a person, and keeps the alert about it open until it is settled. */
final class HandOver {
    /** The exchange lists the orders of seven days: an order that it does not show later may exist all the same. */
    private static final Duration LISTED = Duration.ofDays(6);

    private final OrderCommitter committer;
    private final Trackings trackings;
    private final EventLoop loop;
    private final Alerts alerts;
    private final Duration limit;

    /** @param limit how long look-ups may fail */
    HandOver(OrderCommitter committer, Trackings trackings, EventLoop loop, Alerts alerts, Duration limit) {
        this.committer = committer;
        this.trackings = trackings;
        this.loop = loop;
        this.alerts = alerts;
        this.limit = limit;
    }

    /**
     * Returns whether look-ups have not settled the order for the limit, counted from the later of the time and the
     * first question.
     */
    boolean isDue(Buy buy, Instant notBefore) {
        Instant since = trackings.askedSince(buy, loop.now());
        Instant from = notBefore.isAfter(since) ? notBefore : since;
        return loop.now().isAfter(from.plus(limit));
    }

    /** Returns whether look-ups can still prove that the exchange has never taken the order. */
    static boolean mayBeAbsent(InDoubt order, Instant exchangeTime) {
        return order.exchangeOrderId() == null
                && exchangeTime.isBefore(order.validUntil().plus(LISTED));
    }

    void commit(Buy buy, List<OrderEvent> handedOver) {
        alert(buy);
        committer.commit(handedOver);
        trackings.settled(new ReconcileResult.HandedOver(buy));
    }

    /** Raises the alert, also for an order that an earlier process handed over. */
    void alert(Buy buy) {
        alerts.raise(
                AlertKind.UNRESOLVED_ORDER,
                buy.clientOrderId().value(),
                Severity.CRITICAL,
                "An order could not be settled by look-ups: find out what became of it, and settle it by hand: "
                        + buy.pair());
    }

    /** Calls a person where the order has bought, and another attempt was made because a push had said otherwise. */
    void seen(Buy buy, OrderSnapshot snapshot, int lastAttempt) {
        if (!snapshot.filled().isZero() && lastAttempt > buy.attempt()) {
            alerts.raise(
                    AlertKind.ORDER_DISPUTED,
                    buy.clientOrderId().value(),
                    Severity.CRITICAL,
                    "The exchange denies the end it had pushed: two orders may have bought " + buy.pair());
        }
    }

    /** The order is settled. */
    void over(ReconcileResult result) {
        alerts.clearRaised(
                AlertKind.UNRESOLVED_ORDER, result.buy().clientOrderId().value());
        trackings.settled(result);
    }
}
