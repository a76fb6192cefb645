package io.firstfill.ledger.kafka.poll;

import io.firstfill.service.json.MessageCodec;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads values on the polling thread: the next poll is read while the database writes the one before. Made by Kafka's
 * client.
 */
public final class RecordValueReader implements Deserializer<RecordValue> {
    private @Nullable MessageCodec codec;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        codec = CDI.current().select(MessageCodec.class).get();
    }

    @Override
    public RecordValue deserialize(String topic, byte[] bytes) {
        return RecordValue.read(topic, bytes, Objects.requireNonNull(codec, "configure comes first"));
    }
}
