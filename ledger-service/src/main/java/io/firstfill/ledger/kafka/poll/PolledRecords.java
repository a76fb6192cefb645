package io.firstfill.ledger.kafka.poll;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.service.json.MessageCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The records of one poll, grouped by environment. Order within a partition is kept. Records of {@code runs.v1} come
 * before all others, so that a stop that has happened is recorded before the start that follows it. A record that is no
 * message of its topic, or whose key is not its environment, is an entry too: it holds up nothing.
 */
public final class PolledRecords {
    private static final Logger LOG = Logger.getLogger(PolledRecords.class);
    /** 9999-12-31T23:59:59.999Z, in milliseconds. Producers choose the time of a record. */
    private static final long LAST_TIME = 253_402_300_799_999L;

    private final MessageCodec codec;
    private final Instant now;
    private final Map<EnvironmentId, List<JournalEntry>> entries = new LinkedHashMap<>();
    private final Map<TopicPartition, List<Long>> offsets = new LinkedHashMap<>();

    private PolledRecords(MessageCodec codec, Instant now) {
        this.codec = codec;
        this.now = now;
    }

    /**
     * @param codec reads values that are not read yet
     * @param now the time of a record that has none
     */
    public static PolledRecords of(ConsumerRecords<String, RecordValue> records, MessageCodec codec, Instant now) {
        PolledRecords polled = new PolledRecords(codec, now);
        records.partitions().stream()
                .sorted((a, b) -> Boolean.compare(!isRuns(a), !isRuns(b)))
                .forEach(partition -> records.records(partition).forEach(record -> polled.add(partition, record)));
        return polled;
    }

    /** Every record of the poll, by the environment to whose chain it belongs. */
    public Map<EnvironmentId, List<JournalEntry>> entries() {
        return entries;
    }

    /** The offsets of all records, ascending in each partition. */
    public Map<TopicPartition, List<Long>> offsets() {
        return offsets;
    }

    private static boolean isRuns(TopicPartition partition) {
        return partition.topic().equals(Topics.RUNS);
    }

    private void add(TopicPartition partition, ConsumerRecord<String, RecordValue> record) {
        JournalEntry entry = entry(record);
        entries.computeIfAbsent(entry.environment(), environment -> new ArrayList<>())
                .add(entry);
        offsets.computeIfAbsent(partition, first -> new ArrayList<>()).add(record.offset());
    }

    private JournalEntry entry(ConsumerRecord<String, RecordValue> record) {
        RecordValue value =
                Objects.requireNonNullElse(record.value(), RecordValue.NONE).read(record.topic(), codec);
        EncodedMessage encoded = value.encoded();
        if (encoded == null) {
            return unreadable(record, value.bytes(), String.valueOf(value.problem()));
        }
        return encoded.message().environment().value().equals(record.key())
                ? new JournalEntry.Read(place(record), encoded)
                : unreadable(record, encoded.bytes(), "its key is not its environment");
    }

    private JournalEntry unreadable(
            ConsumerRecord<String, RecordValue> record, byte @Nullable [] bytes, String reason) {
        LOG.errorf("Record not readable: record=%s reason=%s", place(record), reason);
        return JournalEntry.Unreadable.of(environment(record), place(record), bytes, reason, time(record));
    }

    private static RecordPlace place(ConsumerRecord<String, RecordValue> record) {
        return new RecordPlace(record.topic(), record.partition(), record.offset());
    }

    private Instant time(ConsumerRecord<String, RecordValue> record) {
        long time = record.timestamp();
        return time > 0 && time <= LAST_TIME ? Instant.ofEpochMilli(time) : now;
    }

    /** Returns the chain to which a record of this key belongs. */
    private static EnvironmentId environment(ConsumerRecord<String, RecordValue> record) {
        String key = record.key();
        try {
            return key == null ? EnvironmentId.UNKNOWN : EnvironmentId.of(key);
        } catch (IllegalArgumentException e) {
            return EnvironmentId.UNKNOWN;
        }
    }
}
