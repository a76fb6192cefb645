package io.firstfill.ledger.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.kafka.poll.PollProgress;
import io.firstfill.ledger.kafka.poll.PolledRecords;
import io.firstfill.ledger.kafka.poll.Publications;
import io.firstfill.ledger.kafka.poll.RecordValue;
import io.firstfill.ledger.kafka.poll.RecordValueReader;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Records what {@code runs.v1} holds beyond a restored database, before any other partition is read. A poll may give a
 * command before its answer, which is on another topic; the ledger would decide the command once more, and by then a
 * start has expired. The records are read again with the others, and change nothing then.
 */
@ApplicationScoped
class RestoredRuns {
    private static final Duration POLL = Duration.ofMillis(100);
    /** Polls without a record, 5 s together, after which the assignment is tried again. */
    private static final int SILENT_POLLS = 50;
    /** Of the database, for the records of one poll. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, Object> broker;
    private final BatchRecorder recorder;
    private final MessageCodec codec;
    private final InstantSource clock;

    RestoredRuns(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            BatchRecorder recorder,
            MessageCodec codec,
            InstantSource clock) {
        this.broker = broker;
        this.recorder = recorder;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Returns when the records up to the present end are in the database. Blocks its caller.
     *
     * @param points where reading continues: nothing is recorded where none is behind. A command may be behind while
     *     its answer is not, which was never recorded then
     * @throws IllegalStateException when the broker does not give the records in time
     */
    void record(List<ResumePoint> points) {
        if (points.stream().allMatch(point -> point.behind() == null)) {
            return;
        }
        Map<TopicPartition, Long> starts = points.stream()
                .filter(point -> Topics.RUNS.equals(point.offsets().topic()))
                .collect(Collectors.toMap(
                        point -> new TopicPartition(
                                point.offsets().topic(), point.offsets().partition()),
                        point -> point.offsets().recorded()));
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var runs = new KafkaConsumer<>(settings, new StringDeserializer(), RecordValueReader.by(codec))) {
            record(runs, starts);
        }
    }

    private void record(Consumer<String, RecordValue> runs, Map<TopicPartition, Long> starts) {
        Map<TopicPartition, Long> ends = runs.endOffsets(starts.keySet());
        runs.assign(starts.keySet());
        starts.forEach(runs::seek);
        int silent = 0;
        while (ends.entrySet().stream().anyMatch(end -> runs.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, RecordValue> polled = runs.poll(POLL);
            silent = polled.isEmpty() ? silent + 1 : 0;
            if (silent == SILENT_POLLS) {
                throw new IllegalStateException("Kafka does not give the records of " + Topics.RUNS);
            }
            record(polled).await().atMost(LIMIT);
        }
    }

    /** Stores no offset: the channel reads the records again. */
    private Uni<Void> record(ConsumerRecords<String, RecordValue> polled) {
        Publications publications = Publications.none();
        return Multi.createFrom()
                .iterable(PolledRecords.of(polled, codec, clock.instant())
                        .entries()
                        .entrySet())
                .onItem()
                .transformToUniAndConcatenate(batch -> recorder.record(
                        batch.getKey(), batch.getValue(), new PollProgress(Map.of(), publications), publications))
                .collect()
                .asList()
                .chain(publications::done);
    }
}
