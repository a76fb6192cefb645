package io.firstfill.contract.run;

import io.firstfill.contract.level.Since;

/** Why a run was not started. */
public enum RunRejection {
    /** Another run is active in the environment. */
    RUN_ACTIVE,
    /** The configuration or version does not exist in the environment. */
    UNKNOWN_CONFIGURATION,
    /** The ledger read the command after its deadline. */
    EXPIRED,
    /** The configuration is archived. */
    @Since(value = 3, instead = "UNKNOWN_CONFIGURATION")
    CONFIGURATION_ARCHIVED
}
