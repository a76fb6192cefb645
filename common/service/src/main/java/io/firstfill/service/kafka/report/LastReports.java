package io.firstfill.service.kafka.report;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.SettingsReported;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads what a service reported last. The topic is small and keeps its records for ever. Blocks its caller.
 */
@ApplicationScoped
class LastReports {
    private static final Logger LOG = Logger.getLogger(LastReports.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Polls without a record after which the reading fails, 10 s together. */
    private static final int SILENT_POLLS = 100;

    private final Map<String, Object> broker;
    private final MessageCodec codec;

    LastReports(@Identifier("default-kafka-broker") Map<String, Object> broker, MessageCodec codec) {
        this.broker = broker;
        this.codec = codec;
    }

    /** Returns the last report of the service for each environment that has one. */
    Map<EnvironmentId, SettingsReported> of(String service) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var runs = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = runs.partitionsFor(Topics.RUNS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            runs.assign(partitions);
            runs.seekToBeginning(partitions);
            return read(runs, runs.endOffsets(partitions), service);
        }
    }

    private Map<EnvironmentId, SettingsReported> read(
            KafkaConsumer<String, byte[]> runs, Map<TopicPartition, Long> ends, String service) {
        Map<EnvironmentId, SettingsReported> last = new HashMap<>();
        int silent = 0;
        while (ends.entrySet().stream().anyMatch(end -> runs.position(end.getKey()) < end.getValue())) {
            var polled = runs.poll(POLL);
            silent = polled.isEmpty() ? silent + 1 : 0;
            if (silent > SILENT_POLLS) {
                throw new IllegalStateException("the records of " + Topics.RUNS + " cannot be read");
            }
            polled.forEach(record -> take(record, service, last));
        }
        return last;
    }

    /** A record that cannot be read is no report of ours: what matters in it is the business of the inbox. */
    private void take(
            ConsumerRecord<String, byte[]> record, String service, Map<EnvironmentId, SettingsReported> last) {
        try {
            if (record.value() != null
                    && codec.read(record.topic(), record.value()) instanceof SettingsReported report
                    && report.service().equals(service)) {
                last.put(report.environment(), report);
            }
        } catch (UnreadableMessageException e) {
            LOG.debugf("Record skipped: %s", e.getMessage());
        }
    }
}
