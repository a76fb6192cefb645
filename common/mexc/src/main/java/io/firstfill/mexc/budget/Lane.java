package io.firstfill.mexc.budget;

/** Who a call competes with. A throttled web host says nothing about the trading host, so the two are stopped apart. */
public enum Lane {
    /** Order placement and cancellation: the exchange counts these together, per account. */
    ORDER,
    /** What else is signed: look-ups, test orders, the account. Sent by the one who sends the orders, for their sake. */
    SIGNED,
    /** Polling: what anyone may ask the trading host. The exchange counts it per address. */
    QUERY,
    /** The website's own endpoints (calendar, symbolsV2), behind another host and another firewall. */
    WEB
}
