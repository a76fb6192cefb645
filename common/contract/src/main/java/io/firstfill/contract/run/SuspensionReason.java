package io.firstfill.contract.run;

/** Why a run sends no orders for now. */
public enum SuspensionReason {
    CREDENTIAL_MISSING,
    CREDENTIAL_REJECTED,
    CREDENTIAL_ROTATED,
    /** A terminal answer about key, account or permission. */
    EXCHANGE_REFUSES
}
