package io.firstfill.contract.order.reason;

/** Why an accepted order ended without being filled completely. */
public enum CancelReason {
    /** The exchange accepted the order, then cancelled it with nothing filled. */
    ACCEPTED_THEN_CANCELED,
    /** The exchange cancelled the rest of a partly filled order. */
    PARTLY_FILLED
}
