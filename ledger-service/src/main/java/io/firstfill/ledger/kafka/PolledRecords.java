package io.firstfill.ledger.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * The records of one poll, grouped by environment. Order within a partition is kept. Records of {@code runs.v1} come
 * before all others, so that a stop that has happened is recorded before the start that follows it. A record that is no
 * message of its topic, or whose key is not its environment, is an entry too: it holds up nothing.
 */
final class PolledRecords {
    private static final Logger LOG = Logger.getLogger(PolledRecords.class);
    /** 9999-12-31T23:59:59.999Z, in milliseconds. Producers choose the time of a record. */
    private static final long LAST_TIME = 253_402_300_799_999L;

    /** Looked for first: an expression costs more than the parsing of a body, and nearly no body has such a time. */
    private static final String LAST_DAY = "9999-12-31T";

    /**
     * A time of the last day that a reader would lower to the last one that we write, and that the database would round
     * up, or move by its offset, into the year 10000.
     */
    private static final Pattern BEYOND_TIME = Pattern.compile("(?<!\\\\)\"9999-12-31T(?!23:59:59\\.999999Z\")");

    private final MessageCodec codec;
    private final Instant now;
    private final Map<EnvironmentId, List<JournalEntry>> entries = new LinkedHashMap<>();
    private final Map<TopicPartition, List<Long>> offsets = new LinkedHashMap<>();

    private PolledRecords(MessageCodec codec, Instant now) {
        this.codec = codec;
        this.now = now;
    }

    static PolledRecords of(ConsumerRecords<String, byte[]> records, MessageCodec codec, Instant now) {
        PolledRecords polled = new PolledRecords(codec, now);
        records.partitions().stream()
                .sorted((a, b) -> Boolean.compare(!isRuns(a), !isRuns(b)))
                .forEach(partition -> records.records(partition).forEach(record -> polled.add(partition, record)));
        return polled;
    }

    /** Every record of the poll, by the environment to whose chain it belongs. */
    Map<EnvironmentId, List<JournalEntry>> entries() {
        return entries;
    }

    /** The offsets of all records, ascending in each partition. */
    Map<TopicPartition, List<Long>> offsets() {
        return offsets;
    }

    private static boolean isRuns(TopicPartition partition) {
        return partition.topic().equals(Topics.RUNS);
    }

    private void add(TopicPartition partition, ConsumerRecord<String, byte[]> record) {
        JournalEntry entry = entry(record);
        entries.computeIfAbsent(entry.environment(), environment -> new ArrayList<>())
                .add(entry);
        offsets.computeIfAbsent(partition, first -> new ArrayList<>()).add(record.offset());
    }

    private JournalEntry entry(ConsumerRecord<String, byte[]> record) {
        try {
            Message message = codec.read(record.topic(), record.value());
            String body = new String(record.value(), StandardCharsets.UTF_8);
            if (!message.environment().value().equals(record.key())) {
                return unreadable(record, "its key is not its environment");
            }
            if (!Arrays.equals(record.value(), body.getBytes(StandardCharsets.UTF_8))) {
                return unreadable(record, "it is not UTF-8");
            }
            if (body.contains(LAST_DAY) && BEYOND_TIME.matcher(body).find()) {
                return unreadable(record, "it has a time beyond 9999-12-31T23:59:59.999999Z");
            }
            return new JournalEntry.Read(place(record), new EncodedMessage(record.topic(), message, body));
        } catch (UnreadableMessageException e) {
            LOG.debugf(e, "Record not readable: record=%s", place(record));
            return unreadable(record, String.valueOf(e.getMessage()));
        }
    }

    private JournalEntry unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        LOG.errorf("Record not readable: record=%s reason=%s", place(record), reason);
        return JournalEntry.Unreadable.of(environment(record), place(record), record.value(), reason, time(record));
    }

    private static RecordPlace place(ConsumerRecord<String, byte[]> record) {
        return new RecordPlace(record.topic(), record.partition(), record.offset());
    }

    private Instant time(ConsumerRecord<String, byte[]> record) {
        long time = record.timestamp();
        return time > 0 && time <= LAST_TIME ? Instant.ofEpochMilli(time) : now;
    }

    /** Returns the chain to which a record of this key belongs. */
    private static EnvironmentId environment(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        try {
            return key == null ? EnvironmentId.UNKNOWN : EnvironmentId.of(key);
        } catch (IllegalArgumentException e) {
            return EnvironmentId.UNKNOWN;
        }
    }
}
