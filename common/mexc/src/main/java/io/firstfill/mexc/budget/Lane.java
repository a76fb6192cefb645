package io.firstfill.mexc.budget;

/**
 * The class of calls with which a call shares its limits. A throttle of the web host says nothing about the trading
 * host, so that the two hosts are paused apart.
 */
public enum Lane {
    /** Order placement. The exchange counts placements and cancellations together, per account. */
    ORDER,
    /**
     * Other signed calls: order queries, test orders, the account; and the prices of the pair that is bought. Only the
     * process that sends orders makes them, for its orders.
     */
    SIGNED,
    /** Polling: public calls to the trading host. The exchange counts them per address. */
    QUERY,
    /** The website's own endpoints (calendar, symbolsV2), behind another host and another firewall. */
    WEB
}
