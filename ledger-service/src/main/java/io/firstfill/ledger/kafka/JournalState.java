package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.JournalEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds what the ledger records now and how far it is: written by the channel and at an assignment, read by the
 * readiness check and the status on other threads.
 */
@ApplicationScoped
class JournalState {
    /** The oldest record of each environment that is read and not recorded. */
    private final Map<EnvironmentId, Instant> waiting = new HashMap<>();

    private final Map<TopicPartition, Long> reached = new HashMap<>();
    /** The offset after the last record that a poll handed on, of partitions where one did. */
    private final Map<TopicPartition, Long> delivered = new HashMap<>();

    /** True where a poll since the assignment may have handed on records that nobody knows of. */
    private boolean deliveryUnknown;

    private final Map<String, Integer> partitionCounts = new HashMap<>();
    private final Set<String> stalled = new TreeSet<>();

    synchronized boolean isRecording() {
        return stalled.isEmpty();
    }

    synchronized boolean isRecording(EnvironmentId environment) {
        return !stalled.contains(environment.value());
    }

    /** Called for each batch that is recorded. */
    synchronized void recording(EnvironmentId environment) {
        stalled.remove(environment.value());
    }

    /** Called when the database is unavailable. */
    synchronized void stalled(EnvironmentId environment) {
        stalled.add(environment.value());
    }

    synchronized void received(Map<EnvironmentId, List<JournalEntry>> entries) {
        entries.forEach((environment, all) -> all.stream()
                .map(entry -> entry.content().meta().occurredAt())
                .min(Instant::compareTo)
                .ifPresent(oldest -> waiting.put(environment, oldest)));
    }

    /** Called on the polling thread before a poll returns records. */
    synchronized void delivered(Map<TopicPartition, Long> next) {
        delivered.putAll(next);
    }

    /** It is not known which records a poll handed on: until the next assignment no position counts as recorded. */
    synchronized void deliveryUnknown() {
        deliveryUnknown = true;
    }

    /**
     * Returns those of these positions of the consumer that are beyond what is recorded, although every record before
     * them is: what lies between are ends of transactions, and records of aborted ones. Called on the polling thread.
     */
    synchronized Map<TopicPartition, Long> beyondRecords(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> beyond = new HashMap<>();
        positions.forEach((partition, position) -> {
            Long recorded = reached.get(partition);
            if (recorded != null
                    && !deliveryUnknown
                    && position > recorded
                    && delivered.getOrDefault(partition, recorded) <= recorded) {
                beyond.put(partition, position);
            }
        });
        return beyond;
    }

    /**
     * Returns those of these positions before which nothing is deleted that is not recorded. A consumer whose records
     * were deleted is at the beginning of its partition without a word, and whatever was there is lost.
     *
     * @param begins of the records that Kafka still has, read after the positions
     */
    synchronized Map<TopicPartition, Long> withoutDeleted(
            Map<TopicPartition, Long> positions, Map<TopicPartition, Long> begins) {
        Map<TopicPartition, Long> kept = new HashMap<>(positions);
        kept.keySet()
                .removeIf(partition -> begins.getOrDefault(partition, Long.MAX_VALUE)
                        > reached.getOrDefault(partition, Long.MIN_VALUE));
        return kept;
    }

    /** Called when the database has these offsets. */
    synchronized void passed(Map<TopicPartition, Long> offsets) {
        offsets.forEach((partition, offset) ->
                reached.computeIfPresent(partition, (same, recorded) -> Math.max(recorded, offset)));
    }

    /** Called when every record of a poll is recorded. */
    synchronized void recorded(Map<TopicPartition, List<Long>> offsets) {
        waiting.clear();
        offsets.forEach((partition, all) -> reached.put(partition, all.getLast() + 1));
    }

    /**
     * Called at an assignment, with the offsets at which reading continues and the number of partitions of each topic.
     */
    synchronized void assigned(Map<TopicPartition, Long> offsets, Map<String, Integer> counts) {
        waiting.clear();
        delivered.clear();
        deliveryUnknown = false;
        reached.clear();
        reached.putAll(offsets);
        partitionCounts.putAll(counts);
    }

    /** Called with the number of partitions of each topic, also while no partition is assigned. */
    synchronized void counted(Map<String, Integer> counts) {
        partitionCounts.putAll(counts);
    }

    synchronized Map<String, Integer> partitionCounts() {
        return Map.copyOf(partitionCounts);
    }

    /** Whether this partition carries the records of the environment. */
    synchronized boolean carries(TopicPartition partition, EnvironmentId environment) {
        return partition.partition()
                == EnvironmentPartition.of(environment, partitionCounts.getOrDefault(partition.topic(), 1));
    }

    synchronized Map<TopicPartition, Long> reached() {
        return Map.copyOf(reached);
    }

    synchronized boolean isIdle() {
        return waiting.isEmpty();
    }

    synchronized Optional<Instant> oldestWaiting(EnvironmentId environment) {
        return Optional.ofNullable(waiting.get(environment));
    }
}
