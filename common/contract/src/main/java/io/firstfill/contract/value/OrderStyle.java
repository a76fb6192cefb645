package io.firstfill.contract.value;

/** How a buy is sent. */
public enum OrderStyle {
    /** MARKET by quote amount. */
    MARKET,
    /** An immediate-or-cancel limit at our own price cap. */
    IOC_CAPPED,
    /** MARKET first; the rest of the amount as a capped immediate-or-cancel. */
    MARKET_THEN_IOC
}
