package io.firstfill.benchmark.floor;

import io.firstfill.testkit.KafkaTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures the least time that a record takes from one program to another over this broker: plain kafka-clients, on a
 * topic like those of the services, with the settings of the services that matter ({@code acks=all}, idempotence, no
 * linger, read committed).
 */
final class KafkaFloor implements AutoCloseable {
    private static final String TOPIC = "bench-floor.v1";
    /** As many as the topics of the services have. */
    private static final int PARTITIONS = 3;
    /** About the size of a ListingSignal. */
    private static final int BYTES = 600;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * One measurement, in microseconds from handing the record to the producer.
     *
     * @param hop until the consumer has received the record
     * @param append until the record is acknowledged
     */
    record Hop(long hop, long append) {}

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final BlockingQueue<Long> received = new LinkedBlockingQueue<>();
    private final Thread reader;

    private KafkaFloor(KafkaProducer<String, byte[]> producer, KafkaConsumer<String, byte[]> consumer) {
        this.producer = producer;
        this.consumer = consumer;
        this.reader = Thread.ofPlatform().daemon().name("floor-consumer").start(this::read);
    }

    static KafkaFloor open(String bootstrapServers) {
        KafkaTopics.create(bootstrapServers, List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)));
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList());
        return new KafkaFloor(producer, consumer);
    }

    private void read() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                int records = consumer.poll(Duration.ofSeconds(1)).count();
                long now = System.nanoTime();
                for (int i = 0; i < records; i++) {
                    received.add(now);
                }
            }
        } catch (WakeupException e) {
            // Closed.
        } finally {
            consumer.close();
        }
    }

    /** Sends one record and waits until it is acknowledged and received. */
    Hop measure() throws InterruptedException {
        CompletableFuture<Long> acknowledged = new CompletableFuture<>();
        var record = new ProducerRecord<>(TOPIC, "paper", new byte[BYTES]);
        long sent = System.nanoTime();
        var _ = producer.send(record, (where, failure) -> {
            if (failure == null) {
                acknowledged.complete(System.nanoTime());
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        long append = acknowledged.join() - sent;
        Long receivedAt = received.poll(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (receivedAt == null) {
            throw new IllegalStateException("A record of the floor was acknowledged and not received within 10 s");
        }
        return new Hop((receivedAt - sent) / 1_000, append / 1_000);
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close(TIMEOUT);
        try {
            reader.join(TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
