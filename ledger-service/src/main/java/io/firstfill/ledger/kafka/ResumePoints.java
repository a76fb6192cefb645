package io.firstfill.ledger.kafka;

import io.firstfill.ledger.journal.ReachedOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Reads from the broker what {@link ResumePoint} needs, on the polling thread. */
final class ResumePoints {
    private ResumePoints() {}

    static List<ResumePoint> of(
            Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions,
            List<ReachedOffset> stored,
            boolean upgraded) {
        Map<TopicPartition, ReachedOffset> offsets = stored.stream()
                .collect(Collectors.toMap(
                        offset -> new TopicPartition(offset.topic(), offset.partition()), Function.identity()));
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .map(partition -> new ResumePoint.Known(
                        partition,
                        offsets.get(partition),
                        committedIn(committed, partition),
                        begins.getOrDefault(partition, 0L),
                        ends.getOrDefault(partition, 0L)))
                .map(known -> ResumePoint.of(known, upgraded))
                .toList();
    }

    private static long committedIn(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? 0 : offset.offset();
    }
}
