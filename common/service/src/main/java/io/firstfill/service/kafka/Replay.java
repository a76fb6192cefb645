package io.firstfill.service.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Replays partitions from their lookback to their present end and returns where reading stopped. The live channel
 * continues at exactly that offset, so that no record between past and present is missed or handled twice.
 */
final class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final RecordReader reader;
    private final InstantSource clock;

    Replay(Consumer<String, byte[]> consumer, MessageCodec codec, InstantSource clock) {
        this.consumer = consumer;
        this.reader = new RecordReader(codec);
        this.clock = clock;
    }

    /**
     * Replays the partitions to the handler. Messages come in order of time, and in order within a partition.
     *
     * @param awaitPredecessor returns when no former holder adds to the partitions any more; most records are read
     *     before
     * @return the offset up to which each partition was read, exclusive
     */
    Map<TopicPartition, Long> run(
            Collection<TopicPartition> partitions, InboxHandler handler, Runnable awaitPredecessor) {
        consumer.assign(partitions);
        seekToStart(partitions, handler.lookback());
        List<ConsumerRecord<String, byte[]>> past = new ArrayList<>();
        readToEnd(partitions, past);
        awaitPredecessor.run();
        readToEnd(partitions, past);
        Map<TopicPartition, Long> stopped = new HashMap<>();
        partitions.forEach(partition -> stopped.put(partition, consumer.position(partition)));
        inOrder(CompactedRecords.latest(past)).forEach(record -> replay(record, handler));
        LOG.infof("Replayed: records=%d partitions=%d", past.size(), partitions.size());
        return stopped;
    }

    private void readToEnd(Collection<TopicPartition> partitions, List<ConsumerRecord<String, byte[]>> past) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(past::add);
        }
    }

    private void seekToStart(Collection<TopicPartition> partitions, Map<String, Optional<Duration>> lookback) {
        Map<TopicPartition, Long> times = new HashMap<>();
        for (TopicPartition partition : partitions) {
            if (partition.topic().equals(Topics.REHEARSALS)) {
                consumer.seekToEnd(List.of(partition));
                continue;
            }
            lookback.getOrDefault(partition.topic(), Optional.empty())
                    .ifPresentOrElse(
                            back -> times.put(
                                    partition, clock.instant().minus(back).toEpochMilli()),
                            () -> consumer.seekToBeginning(List.of(partition)));
        }
        consumer.offsetsForTimes(times).forEach(this::seek);
    }

    private void seek(TopicPartition partition, OffsetAndTimestamp start) {
        if (start == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, start.offset());
        }
    }

    /**
     * Merges the partitions by time. A record that is older than one before it in its own partition keeps its place,
     * because writers rely on the order within a partition.
     */
    static List<ConsumerRecord<String, byte[]>> inOrder(List<ConsumerRecord<String, byte[]>> records) {
        record Placed(long time, ConsumerRecord<String, byte[]> record) {}
        Map<TopicPartition, Long> latest = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            long time =
                    latest.merge(new TopicPartition(record.topic(), record.partition()), record.timestamp(), Math::max);
            placed.add(new Placed(time, record));
        }
        placed.sort(Comparator.comparingLong(Placed::time));
        return placed.stream().map(Placed::record).toList();
    }

    /**
     * Hands one record to the handler. No record prevents the opening: one that cannot be processed is reported to the
     * handler where its loss could cost money, and left out.
     */
    private void replay(ConsumerRecord<String, byte[]> record, InboxHandler handler) {
        if (record.value() == null || record.topic().equals(Topics.REHEARSALS)) {
            return;
        }
        try {
            handler.replayed(reader.read(record));
        } catch (UnreadableMessageException | RuntimeException e) {
            LOG.errorf(e, "Past record not processed: record=%s", UnprocessableRecord.place(record));
            if (UnreadableRecords.mustBeRead(record.topic())) {
                handler.unprocessable(UnprocessableRecord.of(record, e));
            }
        }
    }
}
