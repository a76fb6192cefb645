package io.firstfill.contract.order.reason;

/** Why the trader returns a permit unspent. */
public enum ReturnReason {
    EXPIRED,
    REVOKED,
    RUN_STOPPED,
    /** The order was denied, refused, absent, or cancelled with nothing filled. */
    NOT_BOUGHT
}
