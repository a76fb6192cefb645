package io.firstfill.ledger.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows how far the other instances of the ledger are with their partitions, by the offsets that they store in the
 * database. Written by the sampler, read by the status on other threads.
 */
final class OtherInstances {
    /** Longer than a take-over by another instance, the session timeout included. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * What is known of a partition.
     *
     * @param lag records that are not recorded
     * @param since when the lag began, or the offset moved last
     */
    record Progress(long recorded, long lag, Instant since) {
        /** Whether nobody has recorded anything for a while, although there is something to record. */
        boolean isStopped(Instant now) {
            return lag > 0 && age(now).compareTo(PATIENCE) > 0;
        }

        Duration age(Instant now) {
            return lag > 0 ? Duration.between(since, now) : Duration.ZERO;
        }
    }

    private Map<TopicPartition, Progress> latest = Map.of();
    private Instant observedAt = Instant.EPOCH;

    /**
     * Takes in a sample.
     *
     * @param ends of every partition that another instance may read
     * @param recorded the offsets in the database; a partition that nobody has read yet is not among them
     */
    synchronized void observe(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> recorded, Instant now) {
        Map<TopicPartition, Progress> next = new HashMap<>();
        ends.forEach((partition, end) -> {
            long reached = recorded.getOrDefault(partition, 0L);
            Progress before = latest.get(partition);
            Instant since = before != null && before.lag() > 0 && before.recorded() == reached ? before.since() : now;
            next.put(partition, new Progress(reached, Math.max(0, end - reached), since));
        });
        latest = Map.copyOf(next);
        observedAt = now;
    }

    /** Returns the partitions of other instances; empty when the last sample is older than that. */
    synchronized Map<TopicPartition, Progress> progress(Instant now, Duration valid) {
        return Duration.between(observedAt, now).compareTo(valid) > 0 ? Map.of() : latest;
    }
}
