package io.firstfill.risk.book;

import java.time.Duration;

/**
 * The number of unspent permits granted to the trader, and the time each one lives.
 *
 * @param timeToLive time from grant to expiry
 */
public record PoolTerms(int size, Duration timeToLive) {
    public PoolTerms {
        if (size < 1 || !timeToLive.isPositive()) {
            throw new IllegalArgumentException("pool size and time to live must be positive");
        }
    }

    /**
     * Returns the time a permit lives that is granted at this position of a batch. Permits of one batch expire one
     * after another, in the last fifth of their time to live: if all were renewed at the same instant, a listing of
     * that instant would find no permit.
     */
    Duration timeToLiveAt(int inBatch) {
        return timeToLive.minus(timeToLive.dividedBy(5L * size).multipliedBy(inBatch % size));
    }
}
