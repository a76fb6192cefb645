package io.firstfill.contract.order;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Pair;
import org.jspecify.annotations.Nullable;

/** What happens to one order attempt, named by its client order id. */
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

    /** Null where the step has none, and in records from before it had one. */
    default @Nullable Timeline timeline() {
        return null;
    }
}
