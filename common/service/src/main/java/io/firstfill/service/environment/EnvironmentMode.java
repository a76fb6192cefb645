package io.firstfill.service.environment;

/** Says whether an environment's orders move real money. */
public enum EnvironmentMode {
    LIVE,
    PAPER
}
