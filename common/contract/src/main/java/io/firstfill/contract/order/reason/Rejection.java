package io.firstfill.contract.order.reason;

/** The meaning of a refusal by the exchange. */
public enum Rejection {
    /** The pair was still not open when the probe window ended. */
    NOT_OPEN,
    /** The exchange does not accept this order type. */
    STYLE_REFUSED,
    /** The order can never succeed. */
    TERMINAL,
    /** Key, permission, account or risk control: no further orders are sent. */
    STOPS_RUN
}
