package io.firstfill.trader.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Side;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import java.time.Instant;

/** What is told about a buy. Every id is derived from the fact, so a fact learned twice is the same message. */
final class Facts {
    private Facts() {}

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

    static OrderPartiallyFilled partiallyFilled(Buy b, Sighting seen, Instant now) {
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

    static OrderFilled filled(Buy b, Sighting seen, Price average, Instant now) {
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

    static OrderCanceled canceled(Buy b, Sighting seen, CancelReason reason, Instant now) {
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

    static OrderUnresolved unresolved(Buy b, Ambiguity ambiguity, String detail, Instant now) {
        return new OrderUnresolved(
                meta("OrderUnresolved", b, now),
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
        Meta meta = b.cause().next(id("OrderResolved", b, resolution), now);
        return new OrderResolved(
                meta, b.environment(), b.runId(), b.listingId(), b.pair(), b.clientOrderId(), resolution, detail);
    }

    static PermitReturned permitReturned(Buy b, ReturnReason reason, Instant now) {
        Meta meta = b.cause().next(MessageId.derivedFrom("PermitReturned", b.permitId()), now);
        return new PermitReturned(meta, b.environment(), b.runId(), b.permitId(), reason);
    }

    /** The first fill opens the position; what a later attempt adds changes it. */
    static OrderEvent position(Buy b, Sighting seen, Price average, Held before, Instant now) {
        return before.isNothing() ? positionOpened(b, seen, average, now) : positionChanged(b, seen, before, now);
    }

    private static PositionChanged positionChanged(Buy b, Sighting seen, Held before, Instant now) {
        Held total = before.plus(new Held(seen.filled(), seen.spent()));
        return new PositionChanged(
                meta("PositionChanged", b, now),
                b.environment(),
                b.runId(),
                PositionId.derivedFrom(b.runId(), b.pair()),
                b.pair(),
                total.quantity(),
                total.cost(),
                total.averagePrice().orElse(null));
    }

    private static PositionOpened positionOpened(Buy b, Sighting seen, Price average, Instant now) {
        PositionId position = PositionId.derivedFrom(b.runId(), b.pair());
        return new PositionOpened(
                b.cause().next(MessageId.derivedFrom("PositionOpened", position), now),
                b.environment(),
                b.runId(),
                position,
                b.pair(),
                seen.filled(),
                seen.spent(),
                average,
                PositionHolder.OPERATOR);
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
