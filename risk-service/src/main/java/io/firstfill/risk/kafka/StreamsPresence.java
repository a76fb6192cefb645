package io.firstfill.risk.kafka;

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
    private final RiskTopology topology;

    StreamsPresence(KafkaStreams streams, RiskTopology topology) {
        this.streams = streams;
        this.topology = topology;
    }

    @Override
    public boolean worksFor(EnvironmentId environment) {
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        var commands = new TopicPartition(
                Topics.COMMANDS, BuiltInPartitioner.partitionForKey(key, topology.partitions()));
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .anyMatch(task -> task.topicPartitions().contains(commands));
    }
}
