package io.firstfill.ledger.kafka;

import jakarta.enterprise.inject.spi.CDI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@link JournalState} which records a poll hands on, before the poll returns: only so is it known on the polling
 * thread whether a record before the consumer's position is still on its way to the channel. Made by Kafka's client.
 */
public final class DeliveredRecords implements ConsumerInterceptor<Object, Object> {
    private @Nullable JournalState state;

    @Override
    public void configure(Map<String, ?> settings) {
        state = CDI.current().select(JournalState.class).get();
    }

    @Override
    public ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
        tell(Objects.requireNonNull(state, "configure comes first"), records);
        return records;
    }

    /** The client swallows what an interceptor throws, and hands the records on all the same. */
    static void tell(JournalState state, ConsumerRecords<?, ?> records) {
        try {
            Map<TopicPartition, Long> next = new HashMap<>();
            records.partitions()
                    .forEach(partition -> next.put(
                            partition, records.records(partition).getLast().offset() + 1));
            state.delivered(next);
        } catch (RuntimeException | Error e) {
            state.deliveryUnknown();
            throw e;
        }
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
