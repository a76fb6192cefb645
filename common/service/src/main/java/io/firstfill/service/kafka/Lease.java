package io.firstfill.service.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long an instance may count on being the only one that acts for its partitions. The only clock is the machine's own
 * monotonic one, and each instance measures only itself; what orders two of them is that the group's coordinator refuses
 * the proofs of the old one before it gives its partitions to the new one.
 *
 * <pre>
 *   old          asks ─┬─────── lease ───────┤ may act no longer
 *   coordinator        └ says yes   │
 *                                   └ gives the partitions on; says no to the old one from here
 *   new                             ├─────── lease ───────┬─ margin ─┤ may act, once proved
 * </pre>
 */
final class Lease {
    private final long lease;
    private final long margin;
    private final LongSupplier nanos;
    private volatile @Nullable Term term;

    /**
     * @param lease how long a proof holds, from the moment it was asked for
     * @param margin how long an act that was begun within the lease may still take effect after it
     * @param nanos the machine's monotonic clock
     */
    Lease(Duration lease, Duration margin, LongSupplier nanos) {
        this.lease = lease.toNanos();
        this.margin = margin.toNanos();
        this.nanos = nanos;
    }

    /** Partitions have been assigned. */
    Term begin() {
        Term begun = new Term(nanos.getAsLong());
        term = begun;
        return begun;
    }

    /** They are not ours any more. */
    void end() {
        term = null;
    }

    /** Whether this instance may act at this moment. Cheap, from any thread. */
    boolean holds() {
        Term current = term;
        return current != null && current.holds(nanos.getAsLong());
    }

    long now() {
        return nanos.getAsLong();
    }

    /** From one assignment of partitions to the next. A proof asked for in it says nothing of another. */
    final class Term {
        private final long alone;
        private volatile long until;

        private Term(long begun) {
            this.alone = begun + lease + margin;
            this.until = begun;
        }

        /** The coordinator has confirmed what was asked at that time. */
        void proved(long askedAt) {
            if (askedAt + lease - until > 0) {
                until = askedAt + lease;
            }
        }

        /** Until nothing a former holder did can take effect any more; zero or less when that is past. */
        Duration untilAlone() {
            return Duration.ofNanos(alone - nanos.getAsLong());
        }

        private boolean holds(long now) {
            return now - alone >= 0 && now - until < 0;
        }
    }
}
