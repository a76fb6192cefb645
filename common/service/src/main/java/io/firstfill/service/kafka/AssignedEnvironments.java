package io.firstfill.service.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/**
 * The environments that this instance is assigned: those whose partition it has on every topic it follows. The key of a
 * record is its environment, and producers choose the partition by the hash of the key.
 */
public final class AssignedEnvironments {
    /** No environment. */
    public static final AssignedEnvironments NONE = new AssignedEnvironments(Map.of(), Set.of());

    /** The number of partitions of each topic. */
    private final Map<String, Integer> topics;

    private final Set<TopicPartition> assigned;

    AssignedEnvironments(Map<String, Integer> topics, Set<TopicPartition> assigned) {
        this.topics = Map.copyOf(topics);
        this.assigned = Set.copyOf(assigned);
    }

    /** The assignment of a consumer that is a member of its group. */
    static AssignedEnvironments of(Consumer<?, ?> client) {
        Map<String, Integer> topics = new HashMap<>();
        for (String topic : client.subscription()) {
            List<PartitionInfo> partitions = client.partitionsFor(topic);
            if (!topic.equals(Topics.REHEARSALS) && partitions != null && !partitions.isEmpty()) {
                topics.put(topic, partitions.size());
            }
        }
        return new AssignedEnvironments(topics, client.assignment());
    }

    public boolean contains(EnvironmentId environment) {
        return !topics.isEmpty()
                && topics.entrySet().stream()
                        .allMatch(topic -> assigned.contains(
                                new TopicPartition(topic.getKey(), partition(environment, topic.getValue()))));
    }

    /**
     * Whether the record lies where the environment's records do. All topics have the same number of partitions, so
     * that this can be said of a topic that is replayed and not followed, too.
     */
    public boolean isAt(EnvironmentId environment, RecordPlace place) {
        return topics.values().stream().anyMatch(count -> partition(environment, count) == place.partition());
    }

    /** The partition of the environment's records, as the producer's default partitioner computes it. */
    static int partition(EnvironmentId environment, int partitions) {
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
