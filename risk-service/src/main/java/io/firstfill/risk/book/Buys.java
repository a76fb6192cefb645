package io.firstfill.risk.book;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.cap.AmountSum;
import io.firstfill.risk.exposure.DayTotals;
import io.firstfill.risk.exposure.Exposure;
import io.firstfill.risk.exposure.Positions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns reservations into buys: trades of the hour, spend of the run and of the day, positions. */
final class Buys {
    private Buys() {}

    /** Returns whether the order belongs to a buy of the book. */
    static boolean contains(RiskBook book, ClientOrderId order) {
        return find(book, order).isPresent();
    }

    static Optional<Buy> find(RiskBook book, ClientOrderId order) {
        return book.buys().stream().filter(buy -> buy.orders().contains(order)).findFirst();
    }

    /**
     * Counts, on a day that has just begun, the buys of that day that were read before: the clock of the trader, or the
     * true time, may have been there earlier than the day of the book.
     */
    static RiskBook beginDay(RiskBook book) {
        DayTotals day = book.exposure().day();
        RiskBook counted = book;
        for (Buy buy : book.buys()) {
            if (day.contains(buy.at()) && book.hour().counts(buy)) {
                DayTotals spent = counted.exposure().day().correcting(Amount.ZERO, buy.amount());
                counted = counted.with(counted.exposure().with(spent))
                        .withBuys(counted.buys().stream()
                                .map(each -> each.equals(buy) ? buy.on(day.day()) : each)
                                .toList());
            }
        }
        return counted;
    }

    /** Applies the final outcome of an order: the filled amount replaces the reserved amount, or the assumed one. */
    static RiskBook settle(RiskBook book, OrderStep outcome, Amount amount) {
        Instant at = outcome.meta().occurredAt();
        return reservation(book, outcome.clientOrderId())
                .map(reserved -> bought(held(book, outcome), reserved, buy(book, reserved, outcome, at, amount, false)))
                .orElseGet(() -> corrected(book, outcome, amount));
    }

    /** Counts the position from its first fill, and ends the row of failed listings. */
    private static RiskBook held(RiskBook book, OrderStep outcome) {
        Exposure exposure = book.exposure();
        return book.with(exposure.with(exposure.breakers().bought(outcome.listingId()))
                .with(exposure.positions().filled(position(outcome))));
    }

    /**
     * Turns the reservation of an order that was handed to the operator into an assumed buy of the whole limit, because
     * no service determines the outcome of that order any more. The order no longer counts as a concurrent listing:
     * otherwise one lost response would block the environment for ever.
     */
    static RiskBook assume(RiskBook book, OrderStep handedOver, Instant now) {
        return reservation(book, handedOver.clientOrderId())
                .map(reserved -> {
                    Positions held = book.exposure().positions().assumed(position(handedOver));
                    Buy buy = buy(book, reserved, handedOver, now, reserved.limit(), true);
                    return bought(book.with(book.exposure().with(held)), reserved, buy);
                })
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
                .map(buy -> withoutPosition(spent(book, buy, buy.amount(), Amount.ZERO), buy)
                        .withBuys(book.buys().stream()
                                .filter(each -> !each.equals(buy))
                                .toList()))
                .orElse(book);
    }

    private static RiskBook withoutPosition(RiskBook book, Buy reverted) {
        PositionId position = reverted.position();
        Exposure exposure = book.exposure();
        return position == null
                ? book
                : book.with(exposure.with(exposure.positions().absent(position)));
    }

    private static Buy buy(
            RiskBook book, Reservation reserved, OrderStep outcome, Instant at, Amount amount, boolean assumed) {
        DayTotals today = book.exposure().day();
        LocalDate day = today.counts(outcome.meta().occurredAt(), reserved.day()) ? today.day() : null;
        return new Buy(
                reserved.permit(),
                reserved.run(),
                at,
                amount,
                assumed,
                reserved.orders(),
                book.clock().total(),
                day,
                position(outcome));
    }

    /** Returns the id that the trader derives for the position: one for each pair of a run. */
    private static PositionId position(OrderStep outcome) {
        return PositionId.derivedFrom(outcome.runId(), outcome.pair());
    }

    private static RiskBook bought(RiskBook book, Reservation reserved, Buy buy) {
        RiskBook settled = book.without(reserved)
                .withBuys(Stream.concat(book.buys().stream(), Stream.of(buy)).toList());
        return spent(settled, buy, Amount.ZERO, buy.amount());
    }

    private static RiskBook corrected(RiskBook book, OrderStep outcome, Amount amount) {
        return find(book, outcome.clientOrderId())
                .filter(Buy::assumed)
                .map(buy -> spent(held(book, outcome), buy, buy.amount(), amount)
                        .withBuys(book.buys().stream()
                                .map(each -> each.equals(buy) ? buy.filled(amount) : each)
                                .toList()))
                .orElse(book);
    }

    /** Replaces the amount that the buy counted with, in the spend of its run and of its day. */
    private static RiskBook spent(RiskBook book, Buy buy, Amount before, Amount after) {
        Exposure exposure = book.exposure();
        DayTotals today = exposure.day();
        RiskBook counted = buy.day() != null && buy.day().equals(today.day())
                ? book.with(exposure.with(today.correcting(before, after)))
                : book;
        return spent(counted, buy.run(), before, after);
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
