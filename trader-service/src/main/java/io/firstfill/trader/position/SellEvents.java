package io.firstfill.trader.position;

import io.firstfill.contract.Meta;
import io.firstfill.contract.exit.ExitTriggered;
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
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Held;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PlaceAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the events of sells. Every id is derived, so that what is decided twice is one event. */
public final class SellEvents {
    private SellEvents() {}

    /** @param price lowest price; null for a market order */
    public static SellSubmitted submitted(
            ExitTriggered exit, int attempt, OrderType type, Quantity quantity, @Nullable Price price, Times times) {
        ClientOrderId order = ClientOrderId.ofSell(exit.positionId(), exit.meta().id(), attempt);
        return new SellSubmitted(
                exit.meta().next(MessageId.derivedFrom("SellSubmitted", order), times.now()),
                exit.environment(),
                exit.runId(),
                exit.positionId(),
                exit.pair(),
                order,
                exit.meta().id(),
                attempt,
                type,
                quantity,
                price,
                times.validUntil(),
                new SellTimeline(
                        exit.pricedAt(), exit.meta().occurredAt(), null, null, null, null, null, null));
    }

    /**
     * The times of a submission.
     *
     * @param validUntil the exchange can accept no request of the order later than this, by its clock
     */
    public record Times(Instant now, Instant validUntil) {}

    public static SellAccepted accepted(SellState sell, ExchangeOrderId id, Instant now) {
        SellSubmitted s = sell.submitted();
        return new SellAccepted(
                meta("SellAccepted", s, now),
                s.environment(),
                s.runId(),
                s.positionId(),
                s.pair(),
                s.clientOrderId(),
                s.exit(),
                id,
                sell.timeline());
    }

    public static SellRejected rejected(SellState sell, PlaceAnswer.Refused answer, Rejection rejection, Instant now) {
        SellSubmitted s = sell.submitted();
        return new SellRejected(
                meta("SellRejected", s, now),
                s.environment(),
                s.runId(),
                s.positionId(),
                s.pair(),
                s.clientOrderId(),
                s.exit(),
                answer.httpStatus(),
                answer.code(),
                answer.message(),
                rejection,
                sell.timeline());
    }

    public static SellUnresolved unresolved(SellState sell, Ambiguity ambiguity, String detail, Instant now) {
        SellSubmitted s = sell.submitted();
        return new SellUnresolved(
                meta("SellUnresolved", s, now),
                s.environment(),
                s.runId(),
                s.positionId(),
                s.pair(),
                s.clientOrderId(),
                s.exit(),
                ambiguity,
                detail,
                sell.timeline());
    }

    /** Only with proof that the exchange has never taken the order. */
    public static SellResolved absent(SellState sell, String detail, Instant now) {
        return resolved(sell, Resolution.ABSENT, detail, null, now);
    }

    private static SellResolved resolved(
            SellState sell, Resolution resolution, String detail, @Nullable OrderSnapshot seen, Instant now) {
        SellSubmitted s = sell.submitted();
        Meta meta = s.meta().next(MessageId.derivedFrom("SellResolved", s.clientOrderId(), resolution), now);
        boolean filled = seen != null && !seen.filled().isZero();
        return new SellResolved(
                meta,
                s.environment(),
                s.runId(),
                s.positionId(),
                s.pair(),
                s.clientOrderId(),
                s.exit(),
                resolution,
                detail,
                seen == null ? null : seen.id(),
                filled && seen != null ? seen.filled() : null,
                filled && seen != null ? seen.spent() : null,
                null,
                null);
    }

    /**
     * Returns what an order shown by the exchange means; nothing where it tells nothing new.
     *
     * @param cancelled whether we have asked for its cancellation
     */
    public static List<SellStep> seen(SellState sell, OrderSnapshot seen, boolean cancelled, Instant now) {
        List<SellStep> events = new ArrayList<>();
        if (sell.stage() == SellState.Stage.IN_DOUBT) {
            events.add(resolved(sell, Resolution.FOUND, "exchange order " + seen.id(), seen, now));
            events.add(accepted(sell, seen.id(), now));
        }
        SellState told = seen.filled().isZero() ? sell : sell.with(SellTimes.filled(sell.timeline(), now));
        if (seen.isFinal() && seen.isConclusive()) {
            events.add(ended(told, seen, cancelled, now));
        } else if (!seen.isFinal() && seen.filled().compareTo(sell.filled().quantity()) > 0) {
            events.add(partly(told, seen, now));
        }
        return events;
    }

    private static SellStep partly(SellState sell, OrderSnapshot seen, Instant now) {
        SellSubmitted s = sell.submitted();
        MessageId id = MessageId.derivedFrom("SellPartiallyFilled", s.clientOrderId(), seen.filled());
        return new SellPartiallyFilled(
                s.meta().next(id, now),
                s.environment(),
                s.runId(),
                s.positionId(),
                s.pair(),
                s.clientOrderId(),
                s.exit(),
                seen.id(),
                seen.filled(),
                seen.spent(),
                average(seen),
                null,
                sell.timeline());
    }

    private static SellStep ended(SellState sell, OrderSnapshot seen, boolean cancelled, Instant now) {
        SellSubmitted s = sell.submitted();
        if (seen.status() == OrderSnapshot.Status.FILLED) {
            return new SellFilled(
                    meta("SellFilled", s, now),
                    s.environment(),
                    s.runId(),
                    s.positionId(),
                    s.pair(),
                    s.clientOrderId(),
                    s.exit(),
                    seen.id(),
                    seen.filled(),
                    seen.spent(),
                    average(seen),
                    null,
                    sell.timeline());
        }
        return new SellCanceled(
                meta("SellCanceled", s, now),
                s.environment(),
                s.runId(),
                s.positionId(),
                s.pair(),
                s.clientOrderId(),
                s.exit(),
                seen.id(),
                seen.filled(),
                seen.spent(),
                average(seen),
                null,
                reason(seen, cancelled),
                sell.timeline());
    }

    private static CancelReason reason(OrderSnapshot seen, boolean cancelled) {
        if (cancelled) {
            return CancelReason.CANCELED_BY_US;
        }
        return seen.filled().isZero() ? CancelReason.ACCEPTED_THEN_CANCELED : CancelReason.PARTLY_FILLED;
    }

    private static @Nullable Price average(OrderSnapshot seen) {
        return new Held(seen.filled(), seen.spent()).averagePrice().orElse(null);
    }

    private static Meta meta(String type, SellSubmitted s, Instant now) {
        return s.meta().next(MessageId.derivedFrom(type, s.clientOrderId()), now);
    }
}
