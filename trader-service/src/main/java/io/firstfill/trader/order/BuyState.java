package io.firstfill.trader.order;

import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.id.ExchangeOrderId;
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
 * The life of one buy attempt. Only what a state offers can happen to it.
 *
 * <pre>
 *   Armed ──fired──▶ Submitted ──acknowledged──▶ Accepted ──observed──▶ Ended
 *     │                │  ▲ │                        ▲
 *     │                │  └─┘ probed (not open yet)  │ found
 *     │                └──doubtful──▶ Unresolved ────┘
 *     │                │                │
 *     └─denied─▶ Ended ◀─refused/denied─┴─absent, handed over (also from Accepted)
 * </pre>
 */
public sealed interface BuyState {
    Buy buy();

    /** Prepared and durable; nothing has been sent. */
    record Armed(Buy buy, Instant openingTime) implements BuyState {
        public Armed signed(Instant at) {
            return new Armed(buy.with(Times.signed(buy.timeline(), at)), openingTime);
        }

        public Step fired(Instant now) {
            Buy fired = buy.with(Times.fired(buy.timeline(), now));
            return new Step(new Submitted(fired, 0, null), List.of(Facts.submitted(fired, now)));
        }

        public Step denied(DenialReason reason, String detail, ReturnReason why, Instant now) {
            return ended(buy, Facts.denied(buy, reason, detail, now), Facts.permitReturned(buy, why, now));
        }

        /** Back to waiting: the listing may be armed again with another permit. */
        public Step disarmed(ReturnReason why, Instant now) {
            return ended(buy, Facts.permitReturned(buy, why, now));
        }

        /** Met again after its opening: the process before us may have fired it. */
        public Step restarted(Instant now) {
            String detail = "armed before a restart, opening has passed";
            return new Step(
                    new Unresolved(buy, 0, buy.lastValidity()),
                    List.of(Facts.unresolved(buy, Ambiguity.RESTARTED, detail, now)));
        }
    }

    /** Prepares a scheduled buy; its OrderArmed must be durable before it may fire. */
    static Step arm(Buy buy, Instant openingTime, Instant now) {
        return new Step(new Armed(buy, openingTime), List.of(Facts.armed(buy, openingTime, now)));
    }

    /** A surprise is armed and fired in one: only the OrderSubmitted is told. */
    static Step submit(Buy buy, Instant now) {
        return new Armed(buy, now).fired(now);
    }

    /**
     * Being sent, or between probes. After a crash it may exist at the exchange.
     *
     * @param lastRefusal the last "not open yet", which proves that nothing exists
     */
    record Submitted(Buy buy, int probes, @Nullable Refused lastRefusal) implements BuyState {
        public Submitted durable(Instant now) {
            return new Submitted(buy.with(Times.submitted(buy.timeline(), now)), probes, lastRefusal);
        }

        /** The request whose answer comes next, which may be another than the one signed before. */
        public Submitted signed(Instant at) {
            boolean known = at.equals(buy.timeline().signedAt());
            return known ? this : new Submitted(buy.with(Times.signed(buy.timeline(), at)), probes, lastRefusal);
        }

        public Submitted probed(Refused notOpenYet) {
            return new Submitted(buy, probes + 1, notOpenYet);
        }

        public Step acknowledged(Acknowledged answer, Instant now) {
            Buy answered = buy.with(Times.answered(buy.timeline(), answer.travel(), answer.exchangeTime()));
            return new Step(
                    new Accepted(answered, answer.id(), probes, Quantity.ZERO),
                    List.of(Facts.accepted(answered, answer.id(), probes, now)));
        }

        public Step refused(Refused answer, Rejection rejection, ReturnReason why, Instant now) {
            Travel travel = answer.travel();
            Buy answered = travel == null ? buy : buy.with(Times.answered(buy.timeline(), travel, null));
            return ended(
                    answered,
                    Facts.rejected(answered, answer, rejection, probes, now),
                    Facts.permitReturned(answered, why, now));
        }

        /** Only with proof that no request of this attempt was taken. */
        public Step denied(DenialReason reason, String detail, ReturnReason why, Instant now) {
            return ended(buy, Facts.denied(buy, reason, detail, now), Facts.permitReturned(buy, why, now));
        }

        /** @param validUntil of the request in doubt; the ones before it were refused with proof */
        public Step doubtful(Doubtful answer, Instant validUntil, Instant now) {
            Buy written = buy.with(Times.written(buy.timeline(), answer.writtenAt()));
            return new Step(
                    new Unresolved(written, probes, validUntil),
                    List.of(Facts.unresolved(written, answer.ambiguity(), answer.detail(), now)));
        }

        /** Met again in this state: any of its requests may be the one that was taken. */
        public Step restarted(Instant now) {
            String detail = "submitted before a restart, answer not known";
            return doubtful(new Doubtful(Ambiguity.RESTARTED, detail), buy.lastValidity(), now);
        }
    }

    /** At the exchange, not final as far as we know. */
    record Accepted(Buy buy, ExchangeOrderId exchangeOrderId, int probes, Quantity filled) implements BuyState {
        /** The exchange may be quicker than our own topic. */
        public Accepted durable(Instant now) {
            return new Accepted(buy.with(Times.submitted(buy.timeline(), now)), exchangeOrderId, probes, filled);
        }

        /** @param before held of the pair already: then this is not the position's first fill */
        public Step observed(Sighting seen, Held before, Instant now) {
            Buy told = seen.filled().isZero() ? buy : buy.with(Times.filled(buy.timeline(), now));
            return switch (seen.status()) {
                case OPEN -> stillOpen(told, seen, now);
                case FILLED -> filled(told, seen, before, now);
                case CANCELED -> canceled(told, seen, before, now);
            };
        }

        /** The permit stays spent: the exchange took the order and does not say what became of it. */
        public Step handedOver(String detail, Instant now) {
            return ended(
                    buy,
                    Facts.unresolved(buy, Ambiguity.TIMEOUT, detail, now),
                    Facts.resolved(buy, Resolution.OPERATOR, detail, now));
        }

        private Step stillOpen(Buy told, Sighting seen, Instant now) {
            boolean more = seen.filled().compareTo(filled) > 0;
            Accepted next = more ? new Accepted(told, exchangeOrderId, probes, seen.filled()) : this;
            return new Step(next, more ? List.of(Facts.partiallyFilled(told, seen, now)) : List.of());
        }

        /** A fill without a price cannot be told: the exchange is asked again. */
        private Step filled(Buy done, Sighting seen, Held before, Instant now) {
            return seen.averagePrice()
                    .map(price -> ended(
                            done, Facts.filled(done, seen, price, now), Facts.position(done, seen, price, before, now)))
                    .orElseGet(() -> new Step(this, List.of()));
        }

        private Step canceled(Buy done, Sighting seen, Held before, Instant now) {
            boolean nothing = seen.filled().isZero();
            CancelReason reason = nothing ? CancelReason.ACCEPTED_THEN_CANCELED : CancelReason.PARTLY_FILLED;
            OrderEvent canceled = Facts.canceled(done, seen, reason, now);
            OrderEvent then = seen.averagePrice()
                    .map(price -> Facts.position(done, seen, price, before, now))
                    .orElseGet(() -> Facts.permitReturned(done, ReturnReason.NOT_BOUGHT, now));
            return ended(done, canceled, then);
        }
    }

    /**
     * The answer is unknown. Nothing is resent; look-ups settle it.
     *
     * @param validUntil by the exchange's clock: it cannot accept the request later
     */
    record Unresolved(Buy buy, int probes, Instant validUntil) implements BuyState {
        public Step found(Sighting seen, Held before, Instant now) {
            List<OrderEvent> events = new ArrayList<>();
            events.add(Facts.resolved(buy, Resolution.FOUND, "exchange order " + seen.id(), now));
            events.add(Facts.accepted(buy, seen.id(), probes, now));
            Step further = new Accepted(buy, seen.id(), probes, Quantity.ZERO).observed(seen, before, now);
            events.addAll(further.events());
            return new Step(further.next(), events);
        }

        public Step absent(String detail, Instant now) {
            return ended(
                    buy,
                    Facts.resolved(buy, Resolution.ABSENT, detail, now),
                    Facts.permitReturned(buy, ReturnReason.NOT_BOUGHT, now));
        }

        /** The permit stays spent: nobody knows whether the order exists. */
        public Step handedOver(String detail, Instant now) {
            return ended(buy, Facts.resolved(buy, Resolution.OPERATOR, detail, now));
        }
    }

    /** Nothing more will happen. */
    record Ended(Buy buy) implements BuyState {}

    private static Step ended(Buy buy, OrderEvent... events) {
        return new Step(new Ended(buy), List.of(events));
    }
}
