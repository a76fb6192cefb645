package io.firstfill.risk.book;

import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
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
import io.firstfill.contract.order.PositionClosed;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Side;
import io.firstfill.risk.exposure.PositionChanges;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies the trader's order events to the reservations of a risk book. Every change is idempotent: a repeated event
 * finds its permit or order in the state the event leads to, or removed.
 *
 * <pre>
 * HELD → ARMED → SUBMITTED → bought (OrderFilled, OrderCanceled with a fill)
 *   └──────┴─────────┴─────→ released (PermitReturned)
 * </pre>
 */
final class OrderChanges {
    /** The listing may be wanted again: by the next run, once a source states it anew, or at its later opening. */
    private static final Set<DenialReason> MAY_COME_BACK =
            Set.of(DenialReason.RUN_NOT_ACTIVE, DenialReason.LISTING_WITHDRAWN, DenialReason.NOT_SENT);

    private OrderChanges() {}

    static RiskBook apply(RiskBook book, OrderEvent event, Instant now) {
        return switch (event) {
            case OrderDenied denied ->
                MAY_COME_BACK.contains(denied.reason())
                        ? Failures.denied(book, denied)
                        : ended(Failures.denied(book, denied), denied);
            case OrderArmed armed ->
                used(
                        book,
                        armed,
                        PermitUse.ARMED,
                        Reservation.unknown(armed.permitId(), armed.runId(), armed.quoteAmount(), now));
            case OrderSubmitted submitted -> submitted(book, submitted, now);
            case OrderFilled filled -> filled(book, filled);
            case OrderCanceled canceled -> canceled(book, canceled);
            case OrderResolved resolved -> resolved(book, resolved, now);
            case PermitReturned returned -> returned(book, returned);
            case OrderAccepted ignored -> book;
            case OrderRejected rejected -> rejected(book, rejected);
            case OrderPartiallyFilled ignored -> book;
            case OrderUnresolved ignored -> book;
            case PositionOpened opened -> book.with(PositionChanges.opened(book.exposure(), opened));
            case PositionChanged changed ->
                book.with(PositionChanges.changed(book.exposure(), changed, isOfToday(book, changed)));
            case PositionClosed closed ->
                book.with(PositionChanges.closed(
                        book.exposure(), closed, counts(book, closed.meta().occurredAt())));
        };
    }

    private static RiskBook submitted(RiskBook book, OrderSubmitted event, Instant now) {
        return event.side() == Side.BUY
                ? used(
                        book,
                        event,
                        PermitUse.SUBMITTED,
                        Reservation.unknown(event.permitId(), event.runId(), event.quoteAmount(), now))
                : book;
    }

    /**
     * Records a use, also of a permit that the book does not contain: the order exists at the exchange or may exist.
     */
    private static RiskBook used(RiskBook before, OrderStep event, PermitUse use, Reservation ifUnknown) {
        if (Buys.contains(before, event.clientOrderId())) {
            return before;
        }
        RiskBook book = Failures.none(before, event);
        return reserved(book, ifUnknown.permit())
                .map(known -> book.replacing(known, known.usedBy(event.clientOrderId(), use)))
                .orElseGet(() -> gone(book, event.runId(), ifUnknown.permit())
                        .plus(ifUnknown.usedBy(event.clientOrderId(), use)));
    }

    /**
     * Applies a cancel. After a cancel with nothing filled another attempt may follow with the same permit, so the
     * reservation stays until the trader publishes PermitReturned.
     */
    private static RiskBook canceled(RiskBook book, OrderCanceled event) {
        RiskBook settled = event.filledAmount().exceeds(Amount.ZERO)
                ? Buys.settle(book, event, event.filledAmount())
                : Failures.ended(book, event, event.furtherAttempt());
        return afterEnd(settled, event, event.filledAmount(), event.furtherAttempt());
    }

    private static RiskBook filled(RiskBook book, OrderFilled event) {
        RiskBook settled = Buys.settle(book, event, event.filledAmount());
        return afterEnd(settled, event, event.filledAmount(), event.furtherAttempt());
    }

    /** Where another attempt follows, a person's amount is wanted on as far as it is not spent. */
    private static RiskBook afterEnd(RiskBook book, OrderStep end, Amount spent, @Nullable Boolean furtherAttempt) {
        return Boolean.TRUE.equals(furtherAttempt)
                ? book.with(book.exposure().spent(end.listingId(), spent))
                : ended(book, end);
    }

    /** No person's amount is wanted for the listing any more. */
    private static RiskBook ended(RiskBook book, OrderStep end) {
        return book.with(book.exposure().wanting(end.listingId(), null));
    }

    /** An attempt ended with nothing bought; a person's amount is wanted on only where another one follows. */
    private static RiskBook failed(RiskBook book, OrderStep end, @Nullable Boolean furtherAttempt) {
        RiskBook counted = Failures.ended(book, end, furtherAttempt);
        return Boolean.TRUE.equals(furtherAttempt) ? counted : ended(counted, end);
    }

    /** A pair that was not open yet is no failure: its listing is bought by another attempt. */
    private static RiskBook rejected(RiskBook book, OrderRejected event) {
        return event.rejection() == Rejection.NOT_OPEN
                ? Failures.none(book, event)
                : failed(book, event, event.furtherAttempt());
    }

    /** A fee counts on the day of its buy. */
    private static boolean isOfToday(RiskBook book, PositionChanged event) {
        return Optional.ofNullable(event.clientOrderId())
                .flatMap(order -> Buys.find(book, order))
                .map(buy -> Objects.equals(buy.day(), book.exposure().day().day()))
                .orElseGet(() -> counts(book, event.meta().occurredAt()));
    }

    private static boolean counts(RiskBook book, Instant at) {
        return book.exposure().day().counts(at, null);
    }

    private static RiskBook resolved(RiskBook book, OrderResolved event, Instant now) {
        return switch (event.resolution()) {
            case OPERATOR -> Buys.assume(book, event, now);
            case ABSENT -> failed(book, event, null);
            case FOUND, SETTLED -> book;
        };
    }

    private static RiskBook returned(RiskBook book, PermitReturned event) {
        PermitId permit = event.permitId();
        return reserved(book, permit)
                .map(book::without)
                .orElseGet(() -> gone(Buys.revert(book, permit), event.runId(), permit));
    }

    /** Notes that the run must not be granted a permit, which a book that was lost had granted. */
    private static RiskBook gone(RiskBook book, RunId run, PermitId permit) {
        Run current = book.run();
        return current != null && current.id().equals(run) ? book.with(current.without(permit)) : book;
    }

    private static Optional<Reservation> reserved(RiskBook book, PermitId permit) {
        return book.reservations().stream()
                .filter(each -> each.permit().equals(permit))
                .findFirst();
    }
}
