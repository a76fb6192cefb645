package io.firstfill.contract.value;

import io.firstfill.contract.level.Since;

/** A limit that blocks new orders (FR-008). */
public enum Cap {
    /** Permits spent in the last 60 minutes. */
    TRADES_PER_HOUR,
    /** Quote amount spent and reserved in the run. */
    SPEND,
    /** Permits reserved and buys not yet final. */
    CONCURRENT_LISTINGS,
    /** Quote amount spent and reserved on the UTC day. */
    @Since(value = 3, instead = "SPEND")
    SPEND_PER_DAY,
    /** Positions held, and permits that may open one. */
    @Since(value = 3, instead = "CONCURRENT_LISTINGS")
    OPEN_POSITIONS,
    /** Realised loss of the UTC day, fees included; holds until a person resets it. */
    @Since(value = 3, instead = "SPEND")
    LOSS_PER_DAY,
    /** Buys in a row that failed; holds until a person resets it. */
    @Since(value = 3, instead = "TRADES_PER_HOUR")
    CONSECUTIVE_FAILURES
}
