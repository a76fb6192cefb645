package io.firstfill.contract.order;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Pair;
import org.jspecify.annotations.Nullable;

/** An event of one order attempt, which its client order id identifies. */
public sealed interface OrderStep extends OrderEvent
        permits OrderArmed,
                OrderDenied,
                OrderSubmitted,
                OrderAccepted,
                OrderRejected,
                OrderPartiallyFilled,
                OrderFilled,
                OrderCanceled,
                OrderUnresolved,
                OrderResolved {
    ListingId listingId();

    Pair pair();

    ClientOrderId clientOrderId();

    /** Null where the event has no timeline, and in records written before the event had one. */
    default @Nullable Timeline timeline() {
        return null;
    }
}
