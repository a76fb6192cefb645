package io.firstfill.service.environment;

/** Whether an environment's orders move real money. */
public enum EnvironmentMode {
    LIVE,
    PAPER
}
