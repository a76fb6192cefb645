package io.firstfill.trader.order;

import java.time.Instant;

/** An order signed and ready to be written. */
public interface Ticket {
    /** Returns when the request was signed, by our clock. */
    Instant signedAt();

    /** The exchange accepts no copy of the request after this time, by its clock. */
    Instant expiry();
}
