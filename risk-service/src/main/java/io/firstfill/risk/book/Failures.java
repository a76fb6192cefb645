package io.firstfill.risk.book;

import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.risk.exposure.Breakers;
import io.firstfill.risk.exposure.Exposure;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Counts the listings that ended with nothing bought. A listing whose further attempt buys is no failure. */
final class Failures {
    /** A person, or the exchange's withdrawal, ended the listing: nothing failed. */
    private static final Set<DenialReason> BY_DECISION = Set.of(
            DenialReason.RUN_NOT_ACTIVE,
            DenialReason.TRADING_STATE,
            DenialReason.NOT_WANTED,
            DenialReason.LEFT_ALONE,
            DenialReason.LISTING_WITHDRAWN);

    private Failures() {}

    /**
     * An attempt ended with nothing bought.
     *
     * @param furtherAttempt whether another attempt follows; null where none does
     */
    static RiskBook ended(RiskBook book, OrderStep end, @Nullable Boolean furtherAttempt) {
        return changed(
                book,
                breakers -> Boolean.TRUE.equals(furtherAttempt)
                        ? breakers.followed(end.listingId(), book.clock().total())
                        : breakers.failed(end.listingId()));
    }

    /** Another attempt has begun, or the attempt ended in a way that is no failure. */
    static RiskBook none(RiskBook book, OrderStep event) {
        return changed(book, breakers -> breakers.without(event.listingId()));
    }

    /** A listing for which nothing was armed or submitted does not count: no buy of it has failed. */
    static RiskBook denied(RiskBook book, OrderDenied event) {
        boolean tried = book.exposure().breakers().isUnfinished(event.listingId())
                || book.reservations().stream().anyMatch(each -> each.orders().contains(event.clientOrderId()));
        if (!tried) {
            return book;
        }
        return BY_DECISION.contains(event.reason()) ? none(book, event) : ended(book, event, null);
    }

    /** Counts the listings whose further attempt has not begun in time; no person's amount is wanted for them. */
    static RiskBook overdue(RiskBook book) {
        Exposure overdue = book.exposure().overdue(book.clock().total());
        return overdue.equals(book.exposure()) ? book : book.with(overdue);
    }

    private static RiskBook changed(RiskBook book, UnaryOperator<Breakers> change) {
        Exposure exposure = book.exposure();
        Breakers changed = change.apply(exposure.breakers());
        return changed.equals(exposure.breakers()) ? book : book.with(exposure.with(changed));
    }
}
