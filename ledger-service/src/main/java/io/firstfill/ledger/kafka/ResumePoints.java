package io.firstfill.ledger.kafka;

import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.kafka.ResumePoint.Known;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Reads from the broker what {@link ResumePoint} needs, on the polling thread. */
final class ResumePoints {
    private ResumePoints() {}

    static List<Known> known(
            Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> committed,
            List<ReachedOffset> stored) {
        Map<TopicPartition, ReachedOffset> offsets = stored.stream()
                .collect(Collectors.toMap(
                        offset -> new TopicPartition(offset.topic(), offset.partition()), Function.identity()));
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .map(partition -> new Known(
                        partition,
                        offsets.get(partition),
                        committed.getOrDefault(partition, 0L),
                        begins.getOrDefault(partition, 0L),
                        ends.getOrDefault(partition, 0L)))
                .toList();
    }

    /**
     * Returns what the group has committed. Read before the offsets of the database: another instance commits to Kafka
     * after its transaction, so in this order Kafka is ahead only of a database that was restored.
     */
    static Map<TopicPartition, Long> committed(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        consumer.committed(Set.copyOf(partitions)).forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }
}
