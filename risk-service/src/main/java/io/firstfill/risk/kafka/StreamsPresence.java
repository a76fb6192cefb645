package io.firstfill.risk.kafka;

import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.kafka.heartbeat.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** Risk works for the environments of the partitions whose active tasks this instance has. */
@ApplicationScoped
class StreamsPresence implements Presence {
    private final KafkaStreams streams;

    StreamsPresence(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public boolean worksFor(EnvironmentId environment) {
        TopicPartition commands = commandsOf(environment);
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .anyMatch(task -> task.topicPartitions().contains(commands));
    }

    private static TopicPartition commandsOf(EnvironmentId environment) {
        int partitions = Topics.all().stream()
                .filter(topic -> topic.name().equals(Topics.COMMANDS))
                .mapToInt(Topic::partitions)
                .findFirst()
                .orElseThrow();
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        return new TopicPartition(Topics.COMMANDS, BuiltInPartitioner.partitionForKey(key, partitions));
    }
}
