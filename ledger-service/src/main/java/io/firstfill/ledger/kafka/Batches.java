package io.firstfill.ledger.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.Received;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.service.kafka.UnreadableRecords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought, by environment. Order within a partition is kept; runs come before everything else, so that a
 * stop that has happened is seen by the start that follows it.
 *
 * @param unreadable at most one for each partition that must be read whole: what lies behind it waits
 */
record Batches(Map<EnvironmentId, List<Received>> readable, List<Unreadable> unreadable) {
    /** A record that is not what its topic promises. */
    record Unreadable(ConsumerRecord<String, byte[]> record, UnreadableMessageException reason) {}

    static Batches of(ConsumerRecords<String, byte[]> records, MessageCodec codec) {
        Batches batches = new Batches(new LinkedHashMap<>(), new ArrayList<>());
        records.partitions().stream()
                .sorted((a, b) -> Boolean.compare(!isRuns(a), !isRuns(b)))
                .forEach(partition -> batches.add(records.records(partition), codec));
        return batches;
    }

    private static boolean isRuns(TopicPartition partition) {
        return partition.topic().equals(Topics.RUNS);
    }

    private void add(List<ConsumerRecord<String, byte[]>> partition, MessageCodec codec) {
        for (ConsumerRecord<String, byte[]> record : partition) {
            try {
                add(Received.of(record.topic(), codec.read(record.topic(), record.value()), record.value()));
            } catch (UnreadableMessageException e) {
                unreadable.add(new Unreadable(record, e));
                if (UnreadableRecords.mustBeRead(record.topic())) {
                    return;
                }
            }
        }
    }

    private void add(Received received) {
        readable.computeIfAbsent(received.message().environment(), environment -> new ArrayList<>())
                .add(received);
    }
}
