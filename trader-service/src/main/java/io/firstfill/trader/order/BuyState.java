package io.firstfill.trader.order;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.PlaceAnswer.Acknowledged;
import io.firstfill.trader.order.PlaceAnswer.Doubtful;
import io.firstfill.trader.order.PlaceAnswer.Refused;
import io.firstfill.trader.order.PlaceAnswer.Travel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one attempt to buy. Each state offers only the decisions that are possible in it. A decision returns
 * the events to publish and changes nothing; {@link #after} says where an event leads, live and on replay alike.
 *
 * <pre>
 *   Armed ──fired──▶ Submitted ──acknowledged──▶ Accepted ──observed──▶ Ended
 *     │                │  ▲ │                        ▲
 *     │                │  └─┘ probed (not open yet)  │ found
 *     │                └──doubtful──▶ Unresolved ────┘
 *     │                │                │
 *     └─denied─▶ Ended ◀─refused/denied─┴─absent, settled
 *   Accepted, Unresolved ──▶ HandedOver ──found, absent, settled──▶ Ended
 * </pre>
 */
public sealed interface BuyState {
    Buy buy();

    /** Prepares a scheduled buy; its OrderArmed must be durable before its timer may fire. */
    static List<OrderEvent> arm(Buy buy, Instant openingTime, Instant now) {
        return List.of(OrderEvents.armed(buy, openingTime, now));
    }

    /** A surprise is armed and fired in one step: OrderSubmitted is its first event. */
    static OrderEvent submit(Buy buy, Instant now) {
        return OrderEvents.submitted(buy.with(Times.fired(buy.timeline(), now)), now);
    }

    /** The state after an event of this attempt. An event read twice, or out of place, leaves the state as it is. */
    default BuyState after(OrderStep event) {
        return Transitions.after(this, event);
    }

    default boolean isEnded() {
        return this instanceof Ended;
    }

    /** Returns whether a request of this attempt may be at the exchange. */
    default boolean mayBeSent() {
        return !(this instanceof Armed || this instanceof Ended);
    }

    /** An order of which nobody knows whether it exists, or what became of it. */
    sealed interface InDoubt extends BuyState {
        /** The exchange can accept the order's last request no later than this, by its clock. */
        Instant validUntil();

        /** The exchange's id; null while the exchange has not shown the order. */
        default @Nullable ExchangeOrderId exchangeOrderId() {
            return null;
        }

        /** Returns what the order shown by the exchange means. */
        List<OrderEvent> found(OrderSnapshot seen, Instant now);

        /** Ends the order as a person states it. */
        default List<OrderEvent> settled(OrderSnapshot stated, String detail, Instant now) {
            OrderEvent settled = OrderEvents.resolved(buy(), Resolution.SETTLED, detail, now);
            return List.of(settled, OrderEvents.ended(buy(), stated, now));
        }

        /** Only with proof that the exchange has never taken the order. */
        default List<OrderEvent> absent(String detail, Instant now) {
            return List.of(OrderEvents.resolved(buy(), Resolution.ABSENT, detail, now));
        }
    }

    /** Prepared, and OrderArmed published; nothing has been sent. */
    record Armed(Buy buy, Instant openingTime) implements BuyState {
        /** The request has been signed at that time, by our clock. */
        public Armed signed(Instant at) {
            return new Armed(buy.with(Times.signed(buy.timeline(), at)), openingTime);
        }

        public List<OrderEvent> fired(Instant now) {
            return List.of(OrderEvents.submitted(buy.with(Times.fired(buy.timeline(), now)), now));
        }

        public List<OrderEvent> denied(DenialReason reason, String detail, Instant now) {
            return List.of(OrderEvents.denied(buy, reason, detail, now));
        }

        /** Takes the buy back: its listing may be armed again with another permit. */
        public List<OrderEvent> disarmed(ReturnReason why, Instant now) {
            return List.of(OrderEvents.permitReturned(buy, why, now));
        }

        /** After a restart past the opening: the process before us may have sent the request. */
        public List<OrderEvent> restarted(Instant now) {
            String detail = "armed before a restart, opening has passed";
            return List.of(OrderEvents.unresolved(buy, Ambiguity.RESTARTED, detail, now));
        }
    }

    /**
     * A request is being sent, or the next probe is awaited. After a crash a request may exist at the exchange.
     *
     * @param validUntil the exchange can accept no request sent so far later than this, by its clock
     * @param lastRefusal the last "not open yet", which proves that no order exists
     */
    record Submitted(
            Buy buy,
            int probes,
            Instant validUntil,
            @Nullable Refused lastRefusal) implements BuyState {
        /** Before the first request: the latest validity that any request of the buy may have is assumed. */
        public static Submitted first(Buy buy) {
            return new Submitted(buy, 0, buy.lastValidity(), null);
        }

        /** OrderSubmitted is durable since that time. */
        public Submitted durable(Instant now) {
            return new Submitted(buy.with(Times.submitted(buy.timeline(), now)), probes, validUntil, lastRefusal);
        }

        /** The request whose answer is being read; it may be another one than the request signed before. */
        public Submitted requested(Ticket ticket) {
            boolean known = ticket.signedAt().equals(buy.timeline().signedAt());
            Buy signed = known ? buy : buy.with(Times.signed(buy.timeline(), ticket.signedAt()));
            return new Submitted(signed, probes, ticket.expiry(), lastRefusal);
        }

        public Submitted probed(Refused notOpenYet) {
            return new Submitted(buy, probes + 1, validUntil, notOpenYet);
        }

        public List<OrderEvent> acknowledged(Acknowledged answer, Instant now) {
            Buy answered = buy.with(Times.answered(buy.timeline(), answer.travel(), answer.exchangeTime()));
            return List.of(OrderEvents.accepted(answered, answer.id(), probes, now));
        }

        public List<OrderEvent> refused(Refused answer, Rejection rejection, Instant now) {
            Travel travel = answer.travel();
            Buy answered = travel == null ? buy : buy.with(Times.answered(buy.timeline(), travel, null));
            return List.of(OrderEvents.rejected(answered, answer, rejection, probes, now));
        }

        /** Only with proof that the exchange has taken no request of this attempt. */
        public List<OrderEvent> denied(DenialReason reason, String detail, Instant now) {
            return List.of(OrderEvents.denied(buy, reason, detail, now));
        }

        /** The last request is in doubt; the requests before it were refused with proof. */
        public List<OrderEvent> doubtful(Doubtful answer, Instant now) {
            Buy written = buy.with(Times.written(buy.timeline(), answer.writtenAt()));
            return List.of(OrderEvents.unresolved(written, answer.ambiguity(), answer.detail(), now));
        }

        /** After a restart: any request of this attempt may be the one that was taken. */
        public List<OrderEvent> restarted(Instant now) {
            return doubtful(new Doubtful(Ambiguity.RESTARTED, "submitted before a restart, answer not known"), now);
        }
    }

    /** The exchange has taken the order, and it is not final as far as we know. */
    record Accepted(Buy buy, ExchangeOrderId exchangeOrderId, int probes, Quantity filled) implements BuyState {
        /**
         * OrderSubmitted became durable only after the exchange's answer: the exchange may be quicker than our topic.
         */
        public Accepted durable(Instant now) {
            return new Accepted(buy.with(Times.submitted(buy.timeline(), now)), exchangeOrderId, probes, filled);
        }

        /** Returns what the order shown by the exchange means; nothing where it is still open with no further fill. */
        public List<OrderEvent> observed(OrderSnapshot seen, Instant now) {
            Buy told = seen.filled().isZero() ? buy : buy.with(Times.filled(buy.timeline(), now));
            return switch (seen.status()) {
                case OPEN, UNKNOWN ->
                    seen.filled().compareTo(filled) > 0
                            ? List.of(OrderEvents.partiallyFilled(told, seen, now))
                            : List.of();
                case FILLED, CANCELED -> seen.isConclusive() ? List.of(OrderEvents.ended(told, seen, now)) : List.of();
            };
        }

        /** The permit stays spent: the exchange took the order and does not say what became of it. */
        public List<OrderEvent> handedOver(String detail, Instant now) {
            return List.of(
                    OrderEvents.handedOver(buy, detail, now),
                    OrderEvents.resolved(buy, Resolution.OPERATOR, detail, now));
        }
    }

    /**
     * The answer to the last request is unknown. Nothing is sent again; look-ups settle it.
     *
     * @param validUntil the exchange can accept the request no later than this, by its clock
     */
    record Unresolved(Buy buy, int probes, Instant validUntil) implements InDoubt {
        @Override
        public List<OrderEvent> found(OrderSnapshot seen, Instant now) {
            List<OrderEvent> events = new ArrayList<>();
            events.add(OrderEvents.resolved(buy, Resolution.FOUND, "exchange order " + seen.id(), now));
            events.add(OrderEvents.accepted(buy, seen.id(), probes, now));
            events.addAll(new Accepted(buy, seen.id(), probes, Quantity.ZERO).observed(seen, now));
            return events;
        }

        /** The permit stays spent: nobody knows whether the order exists. */
        public List<OrderEvent> handedOver(String detail, Instant now) {
            return List.of(OrderEvents.resolved(buy, Resolution.OPERATOR, detail, now));
        }
    }

    /**
     * Look-ups could not settle the order, and a person was called. The permit stays spent; look-ups go on, slowly,
     * until one of them, or the person, settles the order.
     */
    record HandedOver(Buy buy, @Nullable ExchangeOrderId exchangeOrderId, int probes, Instant validUntil)
            implements InDoubt {
        /** Only an end counts: an order that is still shown open is still with the person. */
        @Override
        public List<OrderEvent> found(OrderSnapshot seen, Instant now) {
            if (!seen.isConclusive()) {
                return List.of();
            }
            List<OrderEvent> events = new ArrayList<>();
            events.add(OrderEvents.foundLate(buy, seen, now));
            if (exchangeOrderId == null) {
                events.add(OrderEvents.accepted(buy, seen.id(), probes, now));
            }
            events.add(OrderEvents.ended(buy.with(Times.filled(buy.timeline(), now)), seen, now));
            return events;
        }
    }

    /** Nothing more will happen to this attempt. */
    record Ended(Buy buy) implements BuyState {}
}
