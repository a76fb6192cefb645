package io.firstfill.service.kafka.progress;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.TopicPartition;

/** Asks the brokers where partitions end, without the consumer: its answers prove nothing about its own fetches. */
public interface LogEnds {
    /** Completes with the offset after the last committed record of each partition; fails where one is not known. */
    CompletionStage<Map<TopicPartition, Long>> of(Set<TopicPartition> partitions);
}
