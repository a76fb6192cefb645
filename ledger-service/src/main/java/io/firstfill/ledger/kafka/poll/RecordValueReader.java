package io.firstfill.ledger.kafka.poll;

import io.firstfill.service.json.MessageCodec;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Deserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads values on the polling thread: the next poll is read while the database writes the one before. A value that the
 * machine cannot read now, for want of memory perhaps, is left to the channel, which tries a poll again until it
 * succeeds; out of here the error would have Kafka's client lose the records that it has polled. Made by that client.
 */
public final class RecordValueReader implements Deserializer<RecordValue> {
    private static final Logger LOG = Logger.getLogger(RecordValueReader.class);

    /** Null until the reader is configured. */
    private @Nullable BiFunction<String, byte[], RecordValue> values;

    /** For Kafka's client, which configures what it makes. */
    public RecordValueReader() {}

    /** @param values reads a value of a topic */
    RecordValueReader(BiFunction<String, byte[], RecordValue> values) {
        this.values = values;
    }

    /** Returns a reader that needs no configuration. */
    public static RecordValueReader by(MessageCodec codec) {
        return new RecordValueReader((topic, bytes) -> RecordValue.read(topic, bytes, codec));
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        MessageCodec codec = CDI.current().select(MessageCodec.class).get();
        values = (topic, bytes) -> RecordValue.read(topic, bytes, codec);
    }

    @Override
    public RecordValue deserialize(String topic, byte[] bytes) {
        try {
            return Objects.requireNonNull(values, "configure comes first").apply(topic, bytes);
        } catch (RuntimeException | Error e) {
            LOG.warnf("Value not read, and read again later: topic=%s, bytes=%d, %s", topic, bytes.length, e);
            return RecordValue.unread(bytes);
        }
    }
}
