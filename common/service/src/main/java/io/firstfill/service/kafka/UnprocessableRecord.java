package io.firstfill.service.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that is no message of its topic, whose key is not its environment, or whose handling failed.
 *
 * @param key the environment that the record's key names; null where it names none, and then the record may concern
 *     every environment of its partition
 * @param reason the failure, for logs: it may quote the record
 */
public record UnprocessableRecord(
        RecordPlace place, @Nullable EnvironmentId key, Throwable reason) {
    static UnprocessableRecord of(ConsumerRecord<String, byte[]> record, Throwable reason) {
        return new UnprocessableRecord(place(record), environment(record).orElse(null), reason);
    }

    static RecordPlace place(ConsumerRecord<?, ?> record) {
        return new RecordPlace(record.topic(), record.partition(), record.offset());
    }

    static Optional<EnvironmentId> environment(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(EnvironmentId.of(RecordKeys.environment(record)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the record may concern the environment, if both are of the same partition. */
    public boolean concerns(EnvironmentId environment) {
        return key == null || key.equals(environment);
    }
}
