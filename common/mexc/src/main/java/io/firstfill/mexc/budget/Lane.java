package io.firstfill.mexc.budget;

/** Who a call competes with. A throttled web host says nothing about the trading host, so the two are stopped apart. */
public enum Lane {
    /** Order placement and cancellation: the exchange counts these together, per account. */
    ORDER,
    /** Everything else on the trading host. */
    QUERY,
    /** The website's own endpoints (calendar, symbolsV2), behind another host and another firewall. */
    WEB
}
