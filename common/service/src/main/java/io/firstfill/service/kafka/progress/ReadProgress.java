package io.firstfill.service.kafka.progress;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows how far the inbox has read each of its partitions: what was polled, and what of that has been handed to the
 * handler. The position of the consumer alone does not say it, because polled records wait in the channel, and the end
 * of a partition may lie behind markers of transactions that are no records.
 */
@Singleton
public class ReadProgress {
    static final String CHANNEL = "inbox";

    /** For each assigned partition the offset after the last polled record. */
    private final Map<TopicPartition, Long> polled = new ConcurrentHashMap<>();
    /** For each assigned partition the offset after the last record that was handed over. */
    private final Map<TopicPartition, Long> handled = new ConcurrentHashMap<>();

    /** Partitions of which a poll could not be noted: what it polled may still be on its way to the handler. */
    private final Set<TopicPartition> unnoted = ConcurrentHashMap.newKeySet();

    /**
     * Begins anew with an assignment.
     *
     * @param positions where the replay of each partition stopped, and the live channel continues
     */
    public void assigned(Map<TopicPartition, Long> positions) {
        polled.clear();
        handled.clear();
        unnoted.clear();
        polled.putAll(positions);
        handled.putAll(positions);
    }

    public Set<TopicPartition> partitions() {
        return Set.copyOf(handled.keySet());
    }

    /** Called within a poll, before its records are passed on. */
    public void polled(ConsumerRecords<?, ?> records) {
        records.forEach(record -> advance(polled, record));
        unnoted.removeAll(records.partitions());
    }

    /**
     * A poll could not be noted. Until a later one of a partition is, only the end itself counts as read there: records
     * before the position of the consumer may be on their way.
     */
    public void notNoted() {
        unnoted.addAll(polled.keySet());
    }

    /** The handler has been handed the record, or the record is of no use to it. */
    public void handled(ConsumerRecord<?, ?> record) {
        advance(handled, record);
    }

    /**
     * Whether every record before these ends has been handed to the handler. On the polling thread, between two polls.
     */
    public boolean hasRead(Consumer<?, ?> client, Map<TopicPartition, Long> ends) {
        Set<TopicPartition> assigned = client.assignment();
        return ends.entrySet().stream()
                .allMatch(end -> assigned.contains(end.getKey()) && hasRead(client, end.getKey(), end.getValue()));
    }

    private boolean hasRead(Consumer<?, ?> client, TopicPartition partition, long end) {
        long done = handled.getOrDefault(partition, -1L);
        return done >= end
                || (!unnoted.contains(partition)
                        && done >= polled.getOrDefault(partition, 0L)
                        && client.position(partition) >= end);
    }

    private static void advance(Map<TopicPartition, Long> offsets, ConsumerRecord<?, ?> record) {
        offsets.computeIfPresent(
                new TopicPartition(record.topic(), record.partition()),
                (partition, before) -> Math.max(before, record.offset() + 1));
    }
}
