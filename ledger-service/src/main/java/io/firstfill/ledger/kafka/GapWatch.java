package io.firstfill.ledger.kafka;

import io.firstfill.ledger.journal.ReachedOffset;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds records that Kafka deleted while the ledger was running and could not record: the consumer then continues at
 * the beginning of the partition without a word. A poll that leaps over offsets is compared with that beginning. A leap
 * of one offset may be the end of a transaction, and compaction and aborted transactions leap without moving the
 * beginning.
 */
@ApplicationScoped
class GapWatch {
    private final JournalState state;
    private final ResumeFindings findings;
    private final KafkaClientService clients;

    GapWatch(JournalState state, ResumeFindings findings, KafkaClientService clients) {
        this.state = state;
        this.findings = findings;
        this.clients = clients;
    }

    /** Completes when a gap before these records is in the database. */
    Uni<Void> check(Map<TopicPartition, List<Long>> offsets) {
        Map<TopicPartition, Long> reached = state.reached();
        Set<TopicPartition> leaps = leaps(offsets, reached);
        return leaps.isEmpty()
                ? Uni.createFrom().voidItem()
                : begins(leaps)
                        .chain(begins -> findings.record(points(begins, reached), state.partitionCounts(), Map.of()));
    }

    /** Returns the partitions of which a record may be missing between what is reached and these offsets. */
    static Set<TopicPartition> leaps(Map<TopicPartition, List<Long>> offsets, Map<TopicPartition, Long> reached) {
        return offsets.entrySet().stream()
                .filter(read -> isLeap(
                        read.getKey().topic(),
                        reached.getOrDefault(read.getKey(), Long.MAX_VALUE),
                        read.getValue().getFirst()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isLeap(String topic, long reached, long first) {
        return first > reached && ResumePoint.gap(topic, reached, first) != null;
    }

    private static List<ResumePoint> points(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> reached) {
        return begins.entrySet().stream()
                .filter(begin -> begin.getValue() > reached.getOrDefault(begin.getKey(), Long.MAX_VALUE))
                .map(begin -> point(begin.getKey(), reached.getOrDefault(begin.getKey(), 0L), begin.getValue()))
                .toList();
    }

    private static ResumePoint point(TopicPartition partition, long reached, long begin) {
        var offsets = new ReachedOffset(partition.topic(), partition.partition(), begin, begin);
        return new ResumePoint(offsets, false, ResumePoint.gap(partition.topic(), reached, begin), null);
    }

    private Uni<Map<TopicPartition, Long>> begins(Set<TopicPartition> partitions) {
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(JournalChannel.NAME);
        return consumer == null
                ? Uni.createFrom().item(Map.of())
                : consumer.runOnPollingThread(client -> {
                    return client.beginningOffsets(partitions);
                });
    }
}
