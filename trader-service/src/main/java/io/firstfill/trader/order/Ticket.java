package io.firstfill.trader.order;

import java.time.Instant;

/** An order signed and ready to be written. */
public interface Ticket {
    /** By our clock. */
    Instant signedAt();

    /** By the exchange's clock: no copy is accepted after it. */
    Instant expiry();
}
