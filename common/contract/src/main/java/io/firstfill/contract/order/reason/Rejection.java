package io.firstfill.contract.order.reason;

/** What a refusal by the exchange means. */
public enum Rejection {
    /** Still not open when the probe window ended. */
    NOT_OPEN,
    /** This order type is not accepted. */
    STYLE_REFUSED,
    /** This order can never succeed. */
    TERMINAL,
    /** Key, permission, account or risk control: no further orders. */
    STOPS_RUN
}
