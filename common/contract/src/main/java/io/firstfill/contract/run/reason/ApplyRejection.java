package io.firstfill.contract.run.reason;

/** Why a configuration was not applied to a run. */
public enum ApplyRejection {
    /** The run is not active or suspended. */
    RUN_NOT_ACTIVE,
    /** The version does not exist in the environment, or is archived. */
    UNKNOWN_CONFIGURATION,
    /** The version belongs to another configuration than the run's. */
    OTHER_CONFIGURATION,
    /** A field differs that cannot change in a run; the detail names it. */
    FIXED_FIELD,
    /** The run uses another version than the command expected. */
    VERSION_CONFLICT,
    /** The command was read after its deadline. */
    EXPIRED
}
