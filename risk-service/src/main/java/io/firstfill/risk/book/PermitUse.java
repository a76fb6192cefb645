package io.firstfill.risk.book;

/** The progress of a reserved permit. The order of the constants is the order of the progress. */
enum PermitUse {
    /** The trader holds the permit unused, or has not read the grant yet. */
    HELD,
    /** An armed buy that waits for its opening time uses the permit. */
    ARMED,
    /** A buy with the permit may exist at the exchange: the permit can no longer be revoked. */
    SUBMITTED
}
