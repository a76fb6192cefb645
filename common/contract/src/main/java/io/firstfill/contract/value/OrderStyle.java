package io.firstfill.contract.value;

/** The order types that a buy uses. */
public enum OrderStyle {
    /** A market order by quote amount. */
    MARKET,
    /** An immediate-or-cancel limit order at our own price cap. */
    IOC_CAPPED,
    /** A market order first, then a capped immediate-or-cancel order for the rest of the amount. */
    MARKET_THEN_IOC
}
