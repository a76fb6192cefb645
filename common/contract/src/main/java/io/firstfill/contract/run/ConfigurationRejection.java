package io.firstfill.contract.run;

import io.firstfill.contract.level.Since;

/** Why the ledger did not store or archive a configuration. */
public enum ConfigurationRejection {
    /** The latest version of the configuration is not the expected one. */
    VERSION_CONFLICT,
    /** Another configuration of the environment has the same name. */
    NAME_TAKEN,
    /** The configuration is archived: no version is saved until it is brought back. */
    @Since(value = 3, instead = "VERSION_CONFLICT")
    ARCHIVED,
    /** The environment has no such configuration. */
    @Since(value = 3, instead = "VERSION_CONFLICT")
    UNKNOWN,
    /** The command was read after its deadline. */
    @Since(value = 3, instead = "VERSION_CONFLICT")
    EXPIRED
}
