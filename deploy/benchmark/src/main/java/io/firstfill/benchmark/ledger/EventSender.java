package io.firstfill.benchmark.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends events as the services do: acknowledged by all replicas, keyed by environment. */
final class EventSender implements AutoCloseable {
    private static final int BATCH_BYTES = 256 * 1024;

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Callback check = (where, exception) -> failure.compareAndSet(null, exception);

    /** @param linger how long a record may wait for others */
    EventSender(String bootstrapServers, Duration linger) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        BATCH_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        linger.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(Event event) {
        byte[] body = event.body().getBytes(StandardCharsets.UTF_8);
        var _ = producer.send(new ProducerRecord<>(event.topic(), EventMix.ENVIRONMENT, body), check);
    }

    /** Returns when everything sent is acknowledged. */
    void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("An event did not reach its topic", failed);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
