package io.firstfill.contract.permit;

/** The level at which a cap stands. The strictest holds. */
public enum CapLevel {
    /** The hard ceiling of the deployment. */
    DEPLOYMENT,
    /** The guardrail of the environment, set by the risk role. */
    ENVIRONMENT,
    /** The configuration of the run. */
    RUN
}
