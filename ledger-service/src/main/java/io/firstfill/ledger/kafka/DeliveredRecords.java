package io.firstfill.ledger.kafka;

import jakarta.enterprise.inject.spi.CDI;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells {@link JournalState} which records a poll hands on, before the poll returns: only so is it known on the polling
 * thread whether a record before the consumer's position is still on its way to the channel. Made by Kafka's client.
 */
public final class DeliveredRecords implements ConsumerInterceptor<Object, Object> {
    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to set.
    }

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.partitions()
                .forEach(partition ->
                        next.put(partition, records.records(partition).getLast().offset() + 1));
        CDI.current().select(JournalState.class).get().delivered(next);
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // What the group commits decides nothing.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
