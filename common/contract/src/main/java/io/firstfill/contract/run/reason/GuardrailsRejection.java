package io.firstfill.contract.run.reason;

/** Why guardrails were not changed. */
public enum GuardrailsRejection {
    /** The guardrails have another version than the command expected. */
    VERSION_CONFLICT,
    /** A limit is above the ceiling of the deployment. */
    ABOVE_CEILING
}
