package io.firstfill.risk.book;

/** How far a reserved permit has got, in this order. */
enum Use {
    /** The trader holds it, or has not read of it yet. */
    HELD,
    /** A prepared buy waits for its opening with it. */
    ARMED,
    /** A buy with it may exist at the exchange: it can no longer be taken back. */
    SUBMITTED
}
