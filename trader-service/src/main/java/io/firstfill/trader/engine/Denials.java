package io.firstfill.trader.engine;

import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.trader.decide.Refusal;
import io.firstfill.trader.listing.PendingSignal;
import io.firstfill.trader.order.Times;
import java.time.Instant;

/** Makes the denials of listings for which no order was armed or submitted. */
final class Denials {
    private Denials() {}

    static OrderDenied of(PendingSignal pending, Refusal refusal, Instant now) {
        ListingSignal signal = pending.signal();
        return new OrderDenied(
                signal.meta().next(MessageId.derivedFrom("OrderDenied", pending.orderId()), now),
                signal.environment(),
                signal.runId(),
                signal.listingId(),
                signal.pair(),
                pending.orderId(),
                refusal.reason(),
                refusal.detail(),
                null,
                Times.of(signal, pending.openingTime(), pending.consumedAt()));
    }
}
