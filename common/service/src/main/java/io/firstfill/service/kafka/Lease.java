package io.firstfill.service.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says whether this instance is the only one that may act for its partitions. The only clock is the machine's own
 * monotonic one, and each instance measures only itself. The group's coordinator orders two instances: it refuses the
 * renewals of the old holder before it assigns the partitions to the new one.
 *
 * <pre>
 *   old holder   requests ─┬─────── lease ───────┤ may act no longer
 *   coordinator            └ accepts    │
 *                                       └ reassigns the partitions; refuses the old holder from here
 *   new holder                          ├─────── lease ───────┬─ margin ─┤ may act, once renewed
 * </pre>
 */
final class Lease {
    private final long lease;
    private final long margin;
    private final LongSupplier nanos;
    private volatile @Nullable Term term;

    /**
     * @param lease how long a renewal holds, from the moment of its request
     * @param margin how long an act that was begun within the lease may still take effect after the lease
     * @param nanos the machine's monotonic clock
     */
    Lease(Duration lease, Duration margin, LongSupplier nanos) {
        this.lease = lease.toNanos();
        this.margin = margin.toNanos();
        this.nanos = nanos;
    }

    /** Begins a term: partitions have been assigned. */
    Term begin() {
        Term begun = new Term(nanos.getAsLong());
        term = begun;
        return begun;
    }

    /** Ends the term: the partitions are no longer assigned to this instance. */
    void end() {
        term = null;
    }

    /** Whether this instance may act at this moment. Cheap and without I/O, from any thread. */
    boolean holds() {
        Term current = term;
        return current != null && current.holds(nanos.getAsLong());
    }

    long now() {
        return nanos.getAsLong();
    }

    /** The time from one assignment of partitions to the next. A renewal requested in one term holds in no other. */
    final class Term {
        /** When nothing a former holder did can take effect any more. */
        private final long exclusiveFrom;

        private volatile long expiresAt;

        private Term(long begun) {
            this.exclusiveFrom = begun + lease + margin;
            this.expiresAt = begun;
        }

        /** The coordinator has accepted the renewal that was requested at that time. A late answer shortens nothing. */
        void renewed(long requestedAt) {
            if (requestedAt + lease - expiresAt > 0) {
                expiresAt = requestedAt + lease;
            }
        }

        /** The time until nothing a former holder did can take effect any more; zero or less when that is past. */
        Duration untilExclusive() {
            return Duration.ofNanos(exclusiveFrom - nanos.getAsLong());
        }

        private boolean holds(long now) {
            return now - exclusiveFrom >= 0 && now - expiresAt < 0;
        }
    }
}
