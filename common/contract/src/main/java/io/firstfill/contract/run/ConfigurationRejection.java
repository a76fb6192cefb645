package io.firstfill.contract.run;

/** Why a configuration was not saved. */
public enum ConfigurationRejection {
    /** Its latest version is not the expected one. */
    VERSION_CONFLICT,
    /** Another configuration of the environment has the name. */
    NAME_TAKEN
}
