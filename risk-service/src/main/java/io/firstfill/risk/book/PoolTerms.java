package io.firstfill.risk.book;

import java.time.Duration;

/**
 * How many unspent permits the trader has at hand, and for how long.
 *
 * @param timeToLive from grant to expiry
 */
public record PoolTerms(int size, Duration timeToLive) {
    public PoolTerms {
        if (size < 1 || !timeToLive.isPositive()) {
            throw new IllegalArgumentException("pool size and time to live must be positive");
        }
    }

    /**
     * Permits granted together expire one after another, in the last fifth of their life: were they renewed at the same
     * instant, a listing of that instant would find none.
     */
    Duration lifeOf(int inBatch) {
        return timeToLive.minus(timeToLive.dividedBy(5L * size).multipliedBy(inBatch % size));
    }
}
