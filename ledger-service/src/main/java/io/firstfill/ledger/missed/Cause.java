package io.firstfill.ledger.missed;

/** Who is the cause of a listing that was not bought. */
public enum Cause {
    /** The system failed: too late, throttled, without a clock, a lease or a permit. An alert is raised. */
    OURS,
    /** People had decided so: by a filter, a switch, a cap, a trading state, or by running nothing. */
    CHOICE,
    /** The exchange refused, or the pair could not be bought. */
    EXCHANGE
}
