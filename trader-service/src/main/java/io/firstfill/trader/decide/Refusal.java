package io.firstfill.trader.decide;

import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Times;
import java.time.Instant;

/**
 * The reason why a listing is not bought, with the numbers of the reason.
 *
 * @param passing whether the reason may be gone in a moment
 */
public record Refusal(DenialReason reason, String detail, boolean passing) {
    static Refusal passing(DenialReason reason, String detail) {
        return new Refusal(reason, detail, true);
    }

    public static Refusal lasting(DenialReason reason, String detail) {
        return new Refusal(reason, detail, false);
    }

    /** The event that the listing is not bought, before any order of it was armed or submitted. */
    public OrderDenied denied(PendingSignal pending, Instant now) {
        ListingSignal signal = pending.signal();
        return new OrderDenied(
                signal.meta().next(MessageId.derivedFrom("OrderDenied", pending.orderId()), now),
                signal.environment(),
                signal.runId(),
                signal.listingId(),
                signal.pair(),
                pending.orderId(),
                reason,
                detail,
                null,
                Times.of(signal, pending.openingTime(), pending.consumedAt()));
    }
}
