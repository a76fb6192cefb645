package io.firstfill.contract.run;

/** Why the ledger did not store a configuration. */
public enum ConfigurationRejection {
    /** The latest version of the configuration is not the expected one. */
    VERSION_CONFLICT,
    /** Another configuration of the environment has the same name. */
    NAME_TAKEN
}
