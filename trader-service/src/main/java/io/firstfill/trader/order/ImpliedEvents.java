package io.firstfill.trader.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Price;
import java.util.Optional;

/**
 * The events that the end of an order implies: an order that bought nothing gives its permit back, an order that bought
 * something opens or changes a position. The implied event follows from the event of the end alone, so that a process
 * that died between the two is completed on replay by the same event with the same id and the same time.
 */
public final class ImpliedEvents {
    private ImpliedEvents() {}

    /**
     * @param permit of the order; empty where its submission is not known any more
     * @param before what earlier orders of the run hold of the pair
     * @param runIsOver decides the reason a permit is returned with
     * @return empty for an event that does not end an order, and for an order that is handed to the operator
     */
    public static Optional<OrderEvent> of(OrderStep step, Optional<PermitId> permit, Held before, boolean runIsOver) {
        ReturnReason unbought = runIsOver ? ReturnReason.RUN_STOPPED : ReturnReason.NOT_BOUGHT;
        return switch (step) {
            case OrderDenied denied ->
                Optional.ofNullable(denied.permitId()).map(id -> permitReturned(denied, id, unbought));
            case OrderRejected rejected -> permit.map(id -> permitReturned(rejected, id, unbought));
            case OrderResolved resolved ->
                permit.filter(id -> resolved.resolution() == Resolution.ABSENT)
                        .map(id -> permitReturned(resolved, id, ReturnReason.NOT_BOUGHT));
            case OrderCanceled canceled ->
                position(canceled, new Held(canceled.filledQuantity(), canceled.filledAmount()), before)
                        .or(() -> permit.map(id -> permitReturned(canceled, id, ReturnReason.NOT_BOUGHT)));
            case OrderFilled filled ->
                position(filled, new Held(filled.filledQuantity(), filled.filledAmount()), before);
            case OrderArmed armed -> Optional.empty();
            case OrderSubmitted submitted -> Optional.empty();
            case OrderAccepted accepted -> Optional.empty();
            case OrderPartiallyFilled part -> Optional.empty();
            case OrderUnresolved unresolved -> Optional.empty();
        };
    }

    private static OrderEvent permitReturned(OrderStep step, PermitId permit, ReturnReason reason) {
        Meta meta = next(step, MessageId.derivedFrom("PermitReturned", permit));
        return new PermitReturned(meta, step.environment(), step.runId(), permit, reason);
    }

    /** The first fill of a pair in a run opens the position; what a later order adds changes it. */
    private static Optional<OrderEvent> position(OrderStep step, Held bought, Held before) {
        return bought.averagePrice()
                .map(price -> before.isNothing() ? opened(step, bought, price) : changed(step, before.plus(bought)));
    }

    private static OrderEvent opened(OrderStep step, Held bought, Price average) {
        PositionId position = PositionId.derivedFrom(step.runId(), step.pair());
        return new PositionOpened(
                next(step, MessageId.derivedFrom("PositionOpened", position, step.clientOrderId())),
                step.environment(),
                step.runId(),
                position,
                step.pair(),
                bought.quantity(),
                bought.cost(),
                average,
                PositionHolder.OPERATOR);
    }

    private static OrderEvent changed(OrderStep step, Held total) {
        return new PositionChanged(
                next(step, MessageId.derivedFrom("PositionChanged", step.clientOrderId())),
                step.environment(),
                step.runId(),
                PositionId.derivedFrom(step.runId(), step.pair()),
                step.pair(),
                total.quantity(),
                total.cost(),
                total.averagePrice().orElse(null));
    }

    /** The fee of an ended order: where it was taken from what the order bought, the position is without it. */
    public static PositionChanged fee(OrderStep end, Held total, Venue.Fee fee) {
        return new PositionChanged(
                next(end, MessageId.derivedFrom("PositionChanged", end.clientOrderId(), "fee")),
                end.environment(),
                end.runId(),
                PositionId.derivedFrom(end.runId(), end.pair()),
                end.pair(),
                total.quantity(),
                total.cost(),
                total.averagePrice().orElse(null),
                end.clientOrderId(),
                fee.inBase(),
                fee.others().isEmpty() ? null : fee.others());
    }

    private static Meta next(OrderStep step, MessageId id) {
        return step.meta().next(id, step.meta().occurredAt());
    }
}
