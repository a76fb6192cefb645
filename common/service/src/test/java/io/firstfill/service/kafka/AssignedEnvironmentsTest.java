package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Proves that every environment belongs to one instance, the one that gets its records. */
class AssignedEnvironmentsTest {
    private static final Map<String, Integer> TOPICS = Map.of("commands.v1", 6, "runs.v1", 6);
    private static final List<EnvironmentId> ENVIRONMENTS = IntStream.range(0, 200)
            .mapToObj(number -> EnvironmentId.of("env-" + number))
            .toList();

    @Test
    void twoInstancesShareTheEnvironmentsWithoutOverlap() {
        AssignedEnvironments one = assigned(Set.of(0, 1, 2));
        AssignedEnvironments other = assigned(Set.of(3, 4, 5));

        assertThat(ENVIRONMENTS)
                .allSatisfy(id -> assertThat(one.contains(id)).isNotEqualTo(other.contains(id)))
                .anyMatch(one::contains)
                .anyMatch(other::contains);
    }

    @Test
    void thePartitionIsTheOneThatProducersChoose() {
        assertThat(ENVIRONMENTS)
                .allSatisfy(id -> assertThat(AssignedEnvironments.partition(id, 6))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(id.value().getBytes(StandardCharsets.UTF_8), 6)));
    }

    @Test
    void anEnvironmentWithoutItsPartitionOnOneTopicIsNotAssigned() {
        Set<TopicPartition> partly = new HashSet<>(partitions(Set.of(0, 1, 2, 3, 4, 5)));
        partly.removeIf(partition -> partition.topic().equals("runs.v1") && partition.partition() == 0);
        AssignedEnvironments assigned = new AssignedEnvironments(TOPICS, partly);

        assertThat(ENVIRONMENTS)
                .allSatisfy(
                        id -> assertThat(assigned.contains(id)).isEqualTo(AssignedEnvironments.partition(id, 6) != 0));
    }

    @Test
    void nothingIsAssignedWithoutPartitions() {
        assertThat(ENVIRONMENTS).noneMatch(AssignedEnvironments.NONE::contains);
        assertThat(ENVIRONMENTS).noneMatch(assigned(Set.of())::contains);
    }

    private static AssignedEnvironments assigned(Set<Integer> numbers) {
        return new AssignedEnvironments(TOPICS, partitions(numbers));
    }

    private static Set<TopicPartition> partitions(Set<Integer> numbers) {
        return TOPICS.keySet().stream()
                .flatMap(topic -> numbers.stream().map(number -> new TopicPartition(topic, number)))
                .collect(Collectors.toSet());
    }
}
