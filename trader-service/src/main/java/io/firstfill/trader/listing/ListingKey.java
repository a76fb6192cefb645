package io.firstfill.trader.listing;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.trader.order.Buy;

/** One listing as one run wants it. At most one buy of it is in flight at any time. */
public record ListingKey(RunId runId, ListingId listingId) {
    public static ListingKey of(OrderStep step) {
        return new ListingKey(step.runId(), step.listingId());
    }

    public static ListingKey of(Buy buy) {
        return new ListingKey(buy.runId(), buy.listingId());
    }
}
