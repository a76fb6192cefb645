package io.firstfill.trader.order;

import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderPartiallyFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.BuyState.Accepted;
import io.firstfill.trader.order.BuyState.Armed;
import io.firstfill.trader.order.BuyState.Ended;
import io.firstfill.trader.order.BuyState.HandedOver;
import io.firstfill.trader.order.BuyState.Submitted;
import io.firstfill.trader.order.BuyState.Unresolved;

/** The transitions of a buy: the state that an event leads to, live and on replay alike. */
final class Transitions {
    private Transitions() {}

    static BuyState after(BuyState state, OrderStep event) {
        if (state.isEnded()) {
            return state;
        }
        Buy told = state.buy().with(event.timeline());
        return switch (event) {
            case OrderArmed armed -> state;
            case OrderSubmitted submitted -> state instanceof Armed ? Submitted.first(told) : state;
            case OrderAccepted accepted ->
                state instanceof Accepted
                        ? state
                        : new Accepted(told, accepted.exchangeOrderId(), accepted.probes(), Quantity.ZERO);
            // The hand-over of an accepted order begins with this event; it is repeated, because the exchange took it.
            case OrderUnresolved unresolved ->
                state instanceof Accepted || state instanceof HandedOver ? state : unresolved(state, told);
            case OrderPartiallyFilled part ->
                state instanceof Accepted accepted
                        ? new Accepted(told, accepted.exchangeOrderId(), accepted.probes(), part.filledQuantity())
                        : state;
            case OrderResolved resolved -> resolved(state, resolved);
            case OrderDenied _, OrderRejected _, OrderFilled _, OrderCanceled _ -> new Ended(state.buy());
        };
    }

    private static Unresolved unresolved(BuyState state, Buy told) {
        return state instanceof Submitted submitted
                ? new Unresolved(told, submitted.probes(), submitted.validUntil())
                : new Unresolved(told, 0, state.buy().lastValidity());
    }

    private static BuyState resolved(BuyState state, OrderResolved event) {
        return switch (event.resolution()) {
            case FOUND, SETTLED -> state;
            case ABSENT -> new Ended(state.buy());
            case OPERATOR -> handedOver(state);
        };
    }

    private static BuyState handedOver(BuyState state) {
        Buy buy = state.buy();
        return switch (state) {
            case Accepted accepted ->
                new HandedOver(buy, accepted.exchangeOrderId(), accepted.probes(), buy.lastValidity());
            case Unresolved doubtful -> new HandedOver(buy, null, doubtful.probes(), doubtful.validUntil());
            case Submitted submitted -> new HandedOver(buy, null, submitted.probes(), submitted.validUntil());
            case Armed armed -> new HandedOver(buy, null, 0, buy.lastValidity());
            case HandedOver handedOver -> handedOver;
            case Ended ended -> ended;
        };
    }
}
