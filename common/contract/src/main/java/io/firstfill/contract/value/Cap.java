package io.firstfill.contract.value;

/** A limit that blocks new orders (FR-008). */
public enum Cap {
    /** Permits spent in the last 60 minutes. */
    TRADES_PER_HOUR,
    /** Quote amount spent and reserved in the run. */
    SPEND,
    /** Permits reserved and buys not yet final. */
    CONCURRENT_LISTINGS
}
