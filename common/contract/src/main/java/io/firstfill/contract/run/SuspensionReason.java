package io.firstfill.contract.run;

/** Why a run is suspended. */
public enum SuspensionReason {
    CREDENTIAL_MISSING,
    CREDENTIAL_REJECTED,
    CREDENTIAL_ROTATED,
    /** The exchange gave a terminal answer about key, account or permission. */
    EXCHANGE_REFUSES
}
