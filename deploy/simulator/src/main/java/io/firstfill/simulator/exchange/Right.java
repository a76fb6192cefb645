package io.firstfill.simulator.exchange;

/** Rights of an API key, as the exchange names them. */
public enum Right {
    SPOT_DEAL_WRITE,
    SPOT_DEAL_READ,
    SPOT_ACCOUNT_READ
}
