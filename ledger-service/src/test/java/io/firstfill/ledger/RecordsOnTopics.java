package io.firstfill.ledger;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.testkit.KafkaResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Publishes records as the other services do, and reads the records of an environment, as the other services do. */
public final class RecordsOnTopics {
    private static final MessageCodec CODEC = MessageCodec.standard();

    private RecordsOnTopics() {}

    /** Publishes one message after the other, each to its own topic; returns when the broker has all of them. */
    public static void publish(Message... messages) {
        try (var producer = producer()) {
            for (Message message : messages) {
                send(producer, Family.of(message).topic(), message.environment(), CODEC.write(message));
            }
        }
    }

    public static void publish(String topic, EnvironmentId environment, byte[] bytes) {
        try (var producer = producer()) {
            send(producer, topic, environment, bytes);
        }
    }

    /** Publishes values to the topics beside them, one after the other; returns when the broker has all of them. */
    public static void publish(EnvironmentId environment, List<Map.Entry<String, byte[]>> values) {
        try (var producer = producer()) {
            values.forEach(value -> send(producer, value.getKey(), environment, value.getValue()));
        }
    }

    /** Publishes a record with any key and any value; returns its place when the broker has the record. */
    public static RecordPlace publishRaw(String topic, int partition, @Nullable String key, byte @Nullable [] value) {
        try (var producer = producer()) {
            var sent = producer.send(new ProducerRecord<>(topic, partition, key, value))
                    .get(5, TimeUnit.SECONDS);
            return new RecordPlace(topic, partition, sent.offset());
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not acknowledge the record", e);
        }
    }

    /** Waits until at least so many messages of the type are on its topic, and returns all of them. */
    public static <T extends Message> List<T> await(EnvironmentId environment, Class<T> type, int least) {
        List<T> found = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    found.clear();
                    found.addAll(read(environment, type));
                    return found.size() >= least;
                });
        return found;
    }

    /** Returns the messages of the type that are on its topic now. */
    public static <T extends Message> List<T> read(EnvironmentId environment, Class<T> type) {
        String topic = topic(type);
        return readBytes(environment, topic).stream()
                .map(bytes -> decode(topic, bytes))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public static List<byte[]> readBytes(EnvironmentId environment, String topic) {
        List<byte[]> found = new ArrayList<>();
        try (var consumer = consumer()) {
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

    /** Returns how many records the topics hold that the journal has not recorded. */
    public static long unrecorded(Collection<String> topics) {
        try (var consumer = consumer()) {
            return topics.stream()
                    .mapToLong(topic -> end(consumer, topic)
                            - LedgerDatabase.number(
                                    "SELECT coalesce(sum(recorded), 0) FROM journal_offset WHERE topic = '" + topic
                                            + "'"))
                    .sum();
        }
    }

    private static long end(KafkaConsumer<String, byte[]> consumer, String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", KafkaResource.shared().bootstrapServers(), "linger.ms", "0");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Makes a consumer that is quick to close: a fetch that finds nothing would otherwise hold it for 500 ms. */
    private static KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.shared().bootstrapServers(),
                "isolation.level",
                "read_committed",
                "fetch.max.wait.ms",
                "10");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, String topic, EnvironmentId environment, byte[] bytes) {
        Future<?> sent = producer.send(new ProducerRecord<>(topic, environment.value(), bytes));
        try {
            sent.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not acknowledge the record", e);
        }
    }

    private static String topic(Class<? extends Message> type) {
        return Arrays.stream(Family.values())
                .filter(family -> family.root().isAssignableFrom(type))
                .findFirst()
                .orElseThrow()
                .topic();
    }

    private static Message decode(String topic, byte[] bytes) {
        try {
            return CODEC.read(topic, bytes);
        } catch (UnreadableMessageException e) {
            throw new AssertionError("unreadable record on " + topic, e);
        }
    }
}
