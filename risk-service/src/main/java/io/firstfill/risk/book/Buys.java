package io.firstfill.risk.book;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.cap.AmountSum;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns reservations into buys: trades of the hour, and spend of the run. */
final class Buys {
    private Buys() {}

    /** Returns whether the order belongs to a buy of the book. */
    static boolean contains(RiskBook book, ClientOrderId order) {
        return book.buys().stream().anyMatch(buy -> buy.orders().contains(order));
    }

    /** Applies the final outcome of an order: the filled amount replaces the reserved amount, or the assumed one. */
    static RiskBook settle(RiskBook book, OrderStep outcome, Amount amount, Instant now) {
        Instant at =
                outcome.meta().occurredAt().isAfter(now) ? now : outcome.meta().occurredAt();
        return reservation(book, outcome.clientOrderId())
                .map(reserved -> bought(book, reserved, at, amount, false))
                .orElseGet(() -> corrected(book, outcome.clientOrderId(), amount));
    }

    /**
     * Turns the reservation of an order that was handed to the operator into an assumed buy of the whole limit, because
     * no service determines the outcome of that order any more. The order no longer counts as a concurrent listing:
     * otherwise one lost response would block the environment for ever.
     */
    static RiskBook assume(RiskBook book, OrderStep handedOver, Instant now) {
        return reservation(book, handedOver.clientOrderId())
                .map(reserved -> bought(book, reserved, now, reserved.limit(), true))
                .orElse(book);
    }

    /**
     * Removes an assumed buy whose permit was returned: the trader found later that the order handed to the operator
     * does not exist.
     */
    static RiskBook revert(RiskBook book, PermitId permit) {
        return book.buys().stream()
                .filter(buy -> buy.assumed() && buy.permit().equals(permit))
                .findFirst()
                .map(buy -> spent(book, buy.run(), buy.amount(), Amount.ZERO)
                        .withBuys(book.buys().stream()
                                .filter(each -> !each.equals(buy))
                                .toList()))
                .orElse(book);
    }

    private static RiskBook bought(RiskBook book, Reservation reserved, Instant at, Amount amount, boolean assumed) {
        Duration since = book.clock().total();
        Buy buy = new Buy(reserved.permit(), reserved.run(), at, amount, assumed, reserved.orders(), since);
        RiskBook settled = book.without(reserved)
                .withBuys(Stream.concat(book.buys().stream(), Stream.of(buy)).toList());
        return spent(settled, reserved.run(), Amount.ZERO, amount);
    }

    private static RiskBook corrected(RiskBook book, ClientOrderId order, Amount amount) {
        return book.buys().stream()
                .filter(buy -> buy.assumed() && buy.orders().contains(order))
                .findFirst()
                .map(buy -> spent(book, buy.run(), buy.amount(), amount)
                        .withBuys(book.buys().stream()
                                .map(each -> each.equals(buy) ? withFilled(buy, amount) : each)
                                .toList()))
                .orElse(book);
    }

    private static Buy withFilled(Buy assumed, Amount amount) {
        return new Buy(assumed.permit(), assumed.run(), assumed.at(), amount, false, assumed.orders(), assumed.since());
    }

    private static RiskBook spent(RiskBook book, RunId run, Amount before, Amount after) {
        Run current = book.run();
        return current != null && current.id().equals(run)
                ? book.with(current.withBought(AmountSum.plus(AmountSum.minus(current.bought(), before), after)))
                : book;
    }

    private static Optional<Reservation> reservation(RiskBook book, ClientOrderId order) {
        return book.reservations().stream()
                .filter(each -> each.orders().contains(order))
                .findFirst();
    }
}
