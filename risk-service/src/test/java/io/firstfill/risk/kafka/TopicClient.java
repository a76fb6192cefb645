package io.firstfill.risk.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Publishes messages as the other services do, and reads committed messages of some topics from their beginning. */
final class TopicClient implements AutoCloseable {
    /** A value that is no message; the client leaves it out of what it reads. */
    static final byte[] POISON = "{not json".getBytes(StandardCharsets.UTF_8);

    private static final MessageCodec CODEC = MessageCodec.standard();

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    TopicClient(String broker, List<String> topics) {
        this(broker, topics, "read_committed");
    }

    /** Returns a client that also reads messages of aborted transactions. */
    static TopicClient readingUncommitted(String broker, List<String> topics) {
        return new TopicClient(broker, topics, "read_uncommitted");
    }

    private TopicClient(String broker, List<String> topics, String isolation) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "linger.ms", 0), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "isolation.level", isolation),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                topics.stream().flatMap(topic -> partitionsOf(topic).stream()).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Returns the partitions; a topic that was just created has none for a moment. */
    private List<TopicPartition> partitionsOf(String topic) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> consumer.partitionsFor(topic), partitions -> !partitions.isEmpty())
                .stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    void publish(Message message) {
        send(Family.of(message).topic(), message.environment().value(), CODEC.write(message));
    }

    void send(String topic, byte[] value) {
        send(topic, "paper", value);
    }

    void send(String topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the messages since the last call; waits at most 50 ms for the first one. */
    List<Message> poll() {
        List<Message> messages = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
            try {
                messages.add(CODEC.read(record.topic(), record.value()));
            } catch (UnreadableMessageException e) {
                if (!Arrays.equals(record.value(), POISON)) {
                    throw new AssertionError(e);
                }
            }
        }
        return messages;
    }

    /** Returns the first message of the type that matches; reads on until there is one. */
    <T extends Message> T await(Class<T> type, Predicate<T> matching) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> poll().stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(matching)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
