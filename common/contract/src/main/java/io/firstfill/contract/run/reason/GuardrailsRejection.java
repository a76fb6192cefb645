package io.firstfill.contract.run.reason;

/** Why guardrails were not changed, or a circuit breaker was not reset. */
public enum GuardrailsRejection {
    /** The guardrails have another version than the command expected. */
    VERSION_CONFLICT,
    /** A limit is above the ceiling of the deployment. */
    ABOVE_CEILING,
    /** The circuit breaker has not tripped. */
    NOT_TRIPPED,
    /** The command was read after its deadline. */
    EXPIRED
}
