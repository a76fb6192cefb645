package io.firstfill.contract.order.reason;

/** Why an accepted order ended without filling whole. */
public enum CancelReason {
    /** Accepted, then cancelled by the exchange with nothing filled. */
    ACCEPTED_THEN_CANCELED,
    /** The exchange cancelled the rest. */
    PARTLY_FILLED
}
