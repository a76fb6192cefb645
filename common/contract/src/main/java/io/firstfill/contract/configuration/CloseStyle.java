package io.firstfill.contract.configuration;

/** The order type by which a person closes a position. */
public enum CloseStyle {
    MARKET,
    /** An immediate-or-cancel order with a lowest price near the best bid. */
    IOC
}
