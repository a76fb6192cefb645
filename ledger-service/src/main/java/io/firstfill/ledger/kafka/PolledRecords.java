package io.firstfill.ledger.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.EncodedMessage;
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
 * The records of one poll, grouped by environment. Order within a partition is kept. Records of {@code runs.v1} come
 * before all others, so that a stop that has happened is recorded before the start that follows it.
 *
 * @param readable messages by environment
 * @param unreadable at most one for each partition that must be read completely: the records after it wait
 */
record PolledRecords(Map<EnvironmentId, List<EncodedMessage>> readable, List<UnreadableRecord> unreadable) {
    /** A record that its topic's codec cannot decode. */
    record UnreadableRecord(ConsumerRecord<String, byte[]> record, UnreadableMessageException reason) {}

    static PolledRecords of(ConsumerRecords<String, byte[]> records, MessageCodec codec) {
        PolledRecords polled = new PolledRecords(new LinkedHashMap<>(), new ArrayList<>());
        records.partitions().stream()
                .sorted((a, b) -> Boolean.compare(!isRuns(a), !isRuns(b)))
                .forEach(partition -> polled.add(records.records(partition), codec));
        return polled;
    }

    private static boolean isRuns(TopicPartition partition) {
        return partition.topic().equals(Topics.RUNS);
    }

    private void add(List<ConsumerRecord<String, byte[]>> partition, MessageCodec codec) {
        for (ConsumerRecord<String, byte[]> record : partition) {
            try {
                add(EncodedMessage.of(record.topic(), codec.read(record.topic(), record.value()), record.value()));
            } catch (UnreadableMessageException e) {
                unreadable.add(new UnreadableRecord(record, e));
                if (UnreadableRecords.mustBeRead(record.topic())) {
                    return;
                }
            }
        }
    }

    private void add(EncodedMessage encoded) {
        readable.computeIfAbsent(encoded.message().environment(), environment -> new ArrayList<>())
                .add(encoded);
    }
}
