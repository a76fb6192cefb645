package io.firstfill.ledger;

import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.testkit.KafkaResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What the other services say and hear. */
public final class Wire {
    private static final MessageCodec CODEC = MessageCodec.standard();

    private Wire() {}

    public static void send(Message... messages) {
        for (Message message : messages) {
            send(Family.of(message).topic(), message.environment(), CODEC.write(message));
        }
    }

    public static void send(String topic, EnvironmentId environment, byte[] bytes) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaResource.shared().bootstrapServers(), "linger.ms", "0");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            done(producer.send(new ProducerRecord<>(topic, environment.value(), bytes)));
        }
    }

    private static void done(Future<?> sent) {
        try {
            sent.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not take the record", e);
        }
    }

    /** Waits until at least so many messages of the type and environment are on its topic, and returns all of them. */
    public static <T extends Message> List<T> heard(String topic, EnvironmentId environment, Class<T> type, int least) {
        List<T> found = new ArrayList<>();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            found.clear();
            found.addAll(all(topic, environment, type));
            return found.size() >= least;
        });
        return found;
    }

    /** Everything of the type that is on the topic now. */
    public static <T extends Message> List<T> all(String topic, EnvironmentId environment, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (byte[] bytes : bytes(topic, environment)) {
            Message message = read(topic, bytes);
            if (type.isInstance(message)) {
                found.add(type.cast(message));
            }
        }
        return found;
    }

    public static List<byte[]> bytes(String topic, EnvironmentId environment) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", KafkaResource.shared().bootstrapServers(), "isolation.level", "read_committed");
        List<byte[]> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (environment.value().equals(record.key())) {
                        found.add(record.value());
                    }
                });
            }
        }
        return found;
    }

    private static Message read(String topic, byte[] bytes) {
        try {
            return CODEC.read(topic, bytes);
        } catch (UnreadableMessageException e) {
            throw new AssertionError("unreadable on " + topic, e);
        }
    }
}
