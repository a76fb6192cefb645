package io.firstfill.trader.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.MessageId;
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
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Side;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import java.time.Instant;
import java.util.List;

/**
 * Makes the events of a buy. Every message id is derived from what the event says, so that an event decided twice is
 * the same message.
 */
public final class OrderEvents {
    private OrderEvents() {}

    static OrderArmed armed(Buy b, Instant openingTime, Instant now) {
        Meta meta = b.cause().next(id("OrderArmed", b, b.permitId(), openingTime), now);
        return new OrderArmed(
                meta,
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                b.permitId(),
                b.quoteAmount(),
                openingTime);
    }

    static OrderSubmitted submitted(Buy b, Instant now) {
        return new OrderSubmitted(
                meta("OrderSubmitted", b, now),
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                b.permitId(),
                Side.BUY,
                b.terms().type(),
                b.quoteAmount(),
                b.attempt(),
                b.lastValidity(),
                b.timeline());
    }

    static OrderAccepted accepted(Buy b, ExchangeOrderId exchangeId, int probes, Instant now) {
        return new OrderAccepted(
                meta("OrderAccepted", b, now),
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                exchangeId,
                probes,
                b.timeline());
    }

    static OrderRejected rejected(Buy b, Refused answer, Rejection rejection, int probes, Instant now) {
        return new OrderRejected(
                meta("OrderRejected", b, now),
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                answer.httpStatus(),
                answer.code(),
                answer.message(),
                rejection,
                probes,
                b.timeline());
    }

    static OrderDenied denied(Buy b, DenialReason reason, String detail, Instant now) {
        return new OrderDenied(
                meta("OrderDenied", b, now),
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                reason,
                detail,
                b.permitId(),
                b.timeline());
    }

    static OrderPartiallyFilled partiallyFilled(Buy b, OrderSnapshot seen, Instant now) {
        Meta meta = b.cause().next(id("OrderPartiallyFilled", b, seen.filled()), now);
        return new OrderPartiallyFilled(
                meta,
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                seen.id(),
                seen.filled(),
                seen.spent(),
                b.timeline());
    }

    /** @param seen the end of the order, with all its figures */
    static OrderStep ended(Buy b, OrderSnapshot seen, Instant now) {
        return seen.status() == OrderSnapshot.Status.FILLED
                ? filled(b, seen, seen.averagePrice().orElseThrow(), now)
                : canceled(b, seen, now);
    }

    private static OrderFilled filled(Buy b, OrderSnapshot seen, Price average, Instant now) {
        return new OrderFilled(
                meta("OrderFilled", b, now),
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                seen.id(),
                seen.filled(),
                seen.spent(),
                average,
                b.timeline());
    }

    private static OrderCanceled canceled(Buy b, OrderSnapshot seen, Instant now) {
        CancelReason reason = seen.isEmptyHanded() ? CancelReason.ACCEPTED_THEN_CANCELED : CancelReason.PARTLY_FILLED;
        return new OrderCanceled(
                meta("OrderCanceled", b, now),
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                seen.id(),
                seen.filled(),
                seen.spent(),
                seen.averagePrice().orElse(null),
                reason,
                b.timeline());
    }

    /**
     * Returns what a snapshot means for an order that is not settled.
     *
     * @param followed whether another attempt follows an end; none does after a hand-over
     */
    public static List<OrderEvent> seen(BuyState state, OrderSnapshot snapshot, boolean followed, Instant now) {
        return switch (state) {
            case BuyState.Accepted accepted -> followed(accepted.observed(snapshot, now), followed);
            case BuyState.HandedOver handed -> handed.found(snapshot, now);
            case BuyState.Unresolved doubtful -> followed(doubtful.found(snapshot, now), followed);
            case BuyState.Armed _, BuyState.Submitted _, BuyState.Ended _ -> List.of();
        };
    }

    private static List<OrderEvent> followed(List<OrderEvent> events, boolean followed) {
        return followed ? followed(events) : events;
    }

    /** Returns the events with the end among them as one that another attempt follows. */
    public static List<OrderEvent> followed(List<OrderEvent> events) {
        return events.stream()
                .map(event -> switch (event) {
                    case OrderRejected rejected -> rejected.followed();
                    case OrderCanceled canceled -> canceled.followed();
                    case OrderFilled filled -> filled.followed();
                    default -> event;
                })
                .toList();
    }

    static OrderUnresolved unresolved(Buy b, Ambiguity ambiguity, String detail, Instant now) {
        return unresolved(b, ambiguity, detail, meta("OrderUnresolved", b, now));
    }

    /** An order that was accepted is in doubt after all; not the event of a first doubt about its request. */
    static OrderUnresolved handedOver(Buy b, String detail, Instant now) {
        Meta meta = b.cause().next(id("OrderUnresolved", b, "handed over"), now);
        return unresolved(b, Ambiguity.TIMEOUT, detail, meta);
    }

    private static OrderUnresolved unresolved(Buy b, Ambiguity ambiguity, String detail, Meta meta) {
        return new OrderUnresolved(
                meta,
                b.environment(),
                b.runId(),
                b.listingId(),
                b.pair(),
                b.clientOrderId(),
                ambiguity,
                detail,
                b.timeline());
    }

    static OrderResolved resolved(Buy b, Resolution resolution, String detail, Instant now) {
        return resolved(b, resolution, detail, b.cause().next(id("OrderResolved", b, resolution), now));
    }

    /** Found after the order was handed over; it may have been found before, and lost from sight. */
    static OrderResolved foundLate(Buy b, OrderSnapshot seen, Instant now) {
        Meta meta = b.cause().next(id("OrderResolved", b, Resolution.FOUND, "after the hand-over"), now);
        return resolved(b, Resolution.FOUND, "exchange order " + seen.id(), meta);
    }

    private static OrderResolved resolved(Buy b, Resolution resolution, String detail, Meta meta) {
        return new OrderResolved(
                meta, b.environment(), b.runId(), b.listingId(), b.pair(), b.clientOrderId(), resolution, detail);
    }

    static PermitReturned permitReturned(Buy b, ReturnReason reason, Instant now) {
        Meta meta = b.cause().next(MessageId.derivedFrom("PermitReturned", b.permitId()), now);
        return new PermitReturned(meta, b.environment(), b.runId(), b.permitId(), reason);
    }

    private static Meta meta(String type, Buy b, Instant now) {
        return b.cause().next(id(type, b), now);
    }

    private static MessageId id(String type, Buy b, Object... more) {
        Object[] parts = new Object[more.length + 2];
        parts[0] = type;
        parts[1] = b.clientOrderId();
        System.arraycopy(more, 0, parts, 2, more.length);
        return MessageId.derivedFrom(parts);
    }
}
