package io.firstfill.trader.position;

import io.firstfill.contract.exit.SellAccepted;
import io.firstfill.contract.exit.SellCanceled;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.exit.SellPartiallyFilled;
import io.firstfill.contract.exit.SellRejected;
import io.firstfill.contract.exit.SellResolved;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.exit.SellSubmitted;
import io.firstfill.contract.exit.SellTimeline;
import io.firstfill.contract.exit.SellUnresolved;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Held;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one attempt to sell, as its events tell it.
 *
 * <pre>
 *   SUBMITTED ──accepted──▶ ACCEPTED ──filled, cancelled──▶ ENDED
 *     │    └──unresolved──▶ IN_DOUBT ──accepted──▶ ACCEPTED
 *     └─rejected─▶ ENDED ◀──absent──┘
 * </pre>
 *
 * @param exchangeOrderId null until the exchange has shown the order
 * @param filled what is sold so far, and what that brought before fees
 * @param timeline the moments known so far
 */
public record SellState(
        SellSubmitted submitted,
        Stage stage,
        @Nullable ExchangeOrderId exchangeOrderId,
        Held filled,
        SellTimeline timeline) {
    /** The stages of an attempt to sell. */
    public enum Stage {
        /** A request may be on its way; after a crash it may be at the exchange. */
        SUBMITTED,
        ACCEPTED,
        /** Nobody knows whether the order exists; it is looked up and never sent again. */
        IN_DOUBT,
        ENDED
    }

    /** The first state. */
    static SellState of(SellSubmitted submitted) {
        return new SellState(submitted, Stage.SUBMITTED, null, Held.NOTHING, submitted.timeline());
    }

    public ClientOrderId clientOrderId() {
        return submitted.clientOrderId();
    }

    public boolean isEnded() {
        return stage == Stage.ENDED;
    }

    /** Returns whether the order waits in the book for its price. */
    public boolean isResting() {
        return submitted.orderType() == OrderType.LIMIT;
    }

    /** What is not sold yet. */
    public Quantity rest() {
        return new Quantity(submitted.quantity().value().subtract(filled.quantity().value()).max(java.math.BigDecimal.ZERO));
    }

    /** The same with more of its moments known. */
    public SellState with(SellTimeline later) {
        return new SellState(submitted, stage, exchangeOrderId, filled, later);
    }

    /** The state after an event of this attempt; nothing follows an end. */
    SellState after(SellStep step) {
        if (isEnded()) {
            return this;
        }
        SellTimeline times = Objects.requireNonNullElse(step.timeline(), timeline);
        return switch (step) {
            case SellSubmitted again -> this;
            case SellAccepted accepted -> at(Stage.ACCEPTED, accepted.exchangeOrderId(), filled, times);
            case SellRejected rejected -> at(Stage.ENDED, exchangeOrderId, filled, times);
            case SellPartiallyFilled part ->
                at(Stage.ACCEPTED, part.exchangeOrderId(), larger(part.filledQuantity(), step), times);
            case SellFilled whole ->
                at(Stage.ENDED, whole.exchangeOrderId(), larger(whole.filledQuantity(), step), times);
            case SellCanceled rest -> at(Stage.ENDED, rest.exchangeOrderId(), larger(rest.filledQuantity(), step), times);
            case SellUnresolved doubt -> at(Stage.IN_DOUBT, exchangeOrderId, filled, times);
            case SellResolved resolved -> resolved(resolved, times);
        };
    }

    private SellState resolved(SellResolved event, SellTimeline times) {
        Stage next = event.resolution() == Resolution.ABSENT ? Stage.ENDED : Stage.IN_DOUBT;
        return at(next, exchangeOrderId, filled, times);
    }

    private Held larger(Quantity told, SellStep step) {
        return told.compareTo(filled.quantity()) > 0 ? SellSteps.filled(step) : filled;
    }

    private SellState at(Stage next, @Nullable ExchangeOrderId id, Held sold, SellTimeline times) {
        return new SellState(submitted, next, id, sold, times);
    }
}
