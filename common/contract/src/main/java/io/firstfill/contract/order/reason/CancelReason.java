package io.firstfill.contract.order.reason;

import io.firstfill.contract.level.Since;

/** Why an accepted order ended without being filled completely. */
public enum CancelReason {
    /** The exchange accepted the order, then cancelled it with nothing filled. */
    ACCEPTED_THEN_CANCELED,
    /** The exchange cancelled the rest of a partly filled order. */
    PARTLY_FILLED,
    /** We have cancelled a resting sell. */
    @Since(value = 4, instead = "PARTLY_FILLED")
    CANCELED_BY_US
}
