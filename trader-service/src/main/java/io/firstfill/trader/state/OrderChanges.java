package io.firstfill.trader.state;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.Timeline;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.PendingSignals;
import io.firstfill.trader.order.Attempts;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Fills;
import io.firstfill.trader.order.ImpliedEvents;
import io.firstfill.trader.permit.PermitPool;
import io.firstfill.trader.run.RunBook;
import java.time.Instant;
import java.util.Optional;

/**
 * Applies the events of orders, and of the listings they are for, to the books they concern; what the end of an order
 * implies is kept until it is published. Confined to the event loop.
 */
final class OrderChanges {
    private final RunBook runs;
    private final PermitPool permits;
    private final PendingSignals listings;
    private final OrderBook orders;
    private final RestoredBuys restored;
    private final Fills fills;
    private final Implications implications;
    private final Commitments commitments;
    private final SettledOrders settled;
    private final RememberedOrders remembered;

    OrderChanges(
            RunBook runs,
            PermitPool permits,
            PendingSignals listings,
            OrderBook orders,
            Fills fills,
            Implications implications,
            Commitments commitments,
            SettledOrders settled,
            RememberedOrders remembered) {
        this.runs = runs;
        this.permits = permits;
        this.listings = listings;
        this.orders = orders;
        this.restored = new RestoredBuys(runs, listings);
        this.fills = fills;
        this.implications = implications;
        this.commitments = commitments;
        this.settled = settled;
        this.remembered = remembered;
    }

    void signaled(ListingSignal signal, Instant at) {
        listings.signaled(signal, at);
        reopen(new ListingKey(signal.runId(), signal.listingId()));
    }

    void rescheduled(ListingRescheduled moved) {
        listings.rescheduled(moved);
        listings.decided(moved.listingId()).forEach(this::reopen);
    }

    /**
     * A listing that was not open is wanted at a later opening, where the run goes on, nothing was bought and no order
     * may exist.
     */
    private void reopen(ListingKey key) {
        if (!runs.isOver(key.runId()) && !orders.mayHaveBought(key) && !fills.hasBought(key.runId(), key.listingId())) {
            listings.reopen(key);
        }
    }

    void stepped(OrderStep step) {
        Optional<BuyState> before = orders.find(step.clientOrderId());
        apply(step);
        settled.applied(step, before);
        if (OrderBook.isEnd(step) || !orders.hasEnded(step.clientOrderId())) {
            remembered.applied(step);
        }
    }

    void position(OrderEvent event) {
        implications.published(event, event.meta().occurredAt());
        remembered.implied(event);
    }

    private void apply(OrderStep step) {
        fills.apply(step);
        if (orders.hasEnded(step.clientOrderId())) {
            return;
        }
        Optional<PermitId> permit =
                orders.find(step.clientOrderId()).map(known -> known.buy().permitId());
        switch (step) {
            case OrderArmed armed -> armed(armed);
            case OrderSubmitted submitted -> submitted(submitted);
            default -> advance(step);
        }
        ImpliedEvents.of(step, permit, fills.besides(step), runs.isOver(step.runId()))
                .ifPresent(implications::add);
        reopen(ListingKey.of(step));
    }

    /** An OrderArmed read after its permit was returned, or after a later event of its order, arms nothing. */
    private void armed(OrderArmed event) {
        if (orders.isReturned(event.permitId())
                || orders.find(event.clientOrderId()).isPresent()) {
            return;
        }
        Instant at = event.meta().occurredAt();
        permits.gone(event.permitId(), at);
        Buy buy = orders.planned(event.clientOrderId()).orElseGet(() -> restored.of(event));
        orders.put(new BuyState.Armed(buy, event.openingTime()));
        commitments.apply(event);
    }

    private void submitted(OrderSubmitted event) {
        decided(event);
        orders.firstMinute().submitted(event);
        BuyState known = orders.find(event.clientOrderId()).orElse(null);
        if (known == null || !known.mayBeSent()) {
            permits.gone(event.permitId(), event.meta().occurredAt());
            Buy buy = orders.planned(event.clientOrderId()).orElseGet(() -> restored.of(event));
            commitments.apply(event);
            put(new BuyState.Armed(buy, event.meta().occurredAt()).after(event), event);
        }
    }

    private void advance(OrderStep event) {
        decided(event);
        BuyState known = orders.find(event.clientOrderId()).orElse(null);
        if (known != null) {
            opened(known, event);
            orders.firstMinute().applied(known, event);
            commitments.apply(event);
            put(known.after(event), event);
        } else if (OrderBook.isEnd(event)) {
            orders.end(event);
        }
    }

    /** The first order taken at an opening shows how late the opening came; one that follows another shows nothing. */
    private void opened(BuyState known, OrderStep event) {
        if (event instanceof OrderAccepted accepted
                && known instanceof BuyState.Submitted
                && (known.buy().attempt() == 1 || accepted.probes() > 0)) {
            orders.lateness().accepted(accepted);
        }
    }

    private void decided(OrderStep event) {
        Timeline timeline = event.timeline();
        Instant opening = timeline == null ? null : timeline.openingTime();
        listings.decided(
                ListingKey.of(event), Attempts.of(event), opening, event.meta().occurredAt());
    }

    private void put(BuyState next, OrderStep event) {
        if (next.mayBeSent()) {
            permits.paid(next.buy().permitId());
        }
        if (next.isEnded()) {
            orders.end(event);
        } else {
            orders.put(next);
        }
    }

    /** An armed buy whose permit was returned is disarmed: its listing is pending again. */
    void returned(PermitReturned event) {
        Instant at = event.meta().occurredAt();
        permits.gone(event.permitId(), at);
        commitments.returned(event.permitId());
        orders.returned(event.permitId(), at);
        implications.published(event, at);
    }
}
