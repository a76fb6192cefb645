package io.firstfill.risk;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.Side;

/**
 * The messages of the second attempt for a listing.
 *
 * @param first the permit of the first attempt, whose listing it is
 * @param permit of the second one
 */
public record SecondAttempt(PermitGranted first, PermitGranted permit) {
    public OrderSubmitted submitted() {
        return new OrderSubmitted(
                InputMessages.meta(NOON),
                PAPER,
                first.runId(),
                InputMessages.listing(first),
                InputMessages.pair(first),
                order(),
                permit.permitId(),
                Side.BUY,
                OrderType.IMMEDIATE_OR_CANCEL,
                permit.limit(),
                2,
                NOON,
                InputMessages.timeline());
    }

    public OrderFilled filled(String amount) {
        return new OrderFilled(
                InputMessages.meta(NOON),
                PAPER,
                first.runId(),
                InputMessages.listing(first),
                InputMessages.pair(first),
                order(),
                ExchangeOrderId.of("C03"),
                Quantity.of("1"),
                Amount.of(amount),
                Price.of(amount),
                InputMessages.timeline());
    }

    public OrderRejected rejected() {
        return new OrderRejected(
                InputMessages.meta(NOON),
                PAPER,
                first.runId(),
                InputMessages.listing(first),
                InputMessages.pair(first),
                order(),
                400,
                30018,
                "refused",
                Rejection.TERMINAL,
                0,
                InputMessages.timeline());
    }

    /** The second attempt is not submitted. */
    public OrderDenied denied(DenialReason reason) {
        return denied(first, order(), reason);
    }

    /** The first attempt of a listing is not sent. */
    public static OrderDenied denied(PermitGranted permit, DenialReason reason) {
        return denied(permit, InputMessages.order(permit), reason);
    }

    private static OrderDenied denied(PermitGranted listed, ClientOrderId order, DenialReason reason) {
        return new OrderDenied(
                InputMessages.meta(NOON),
                PAPER,
                listed.runId(),
                InputMessages.listing(listed),
                InputMessages.pair(listed),
                order,
                reason,
                "test",
                null,
                InputMessages.timeline());
    }

    /** The first attempt of a listing turns out not to exist. */
    public static OrderResolved absent(PermitGranted permit) {
        return new OrderResolved(
                InputMessages.meta(NOON),
                PAPER,
                permit.runId(),
                InputMessages.listing(permit),
                InputMessages.pair(permit),
                InputMessages.order(permit),
                Resolution.ABSENT,
                "not found");
    }

    private ClientOrderId order() {
        return ClientOrderId.derivedFrom(first.runId(), InputMessages.listing(first), "b", 2);
    }
}
