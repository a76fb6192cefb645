package io.firstfill.simulator.account;

/** Permissions of an API key, by the exchange's names. */
public enum Permission {
    SPOT_DEAL_WRITE,
    SPOT_DEAL_READ,
    SPOT_ACCOUNT_READ
}
