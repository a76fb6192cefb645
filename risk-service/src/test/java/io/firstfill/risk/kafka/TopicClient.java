package io.firstfill.risk.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes messages as the other services do, and reads committed messages of some topics from their beginning. */
final class TopicClient implements AutoCloseable {
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
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void publish(Message message) {
        send(Family.of(message).topic(), CODEC.write(message));
    }

    void send(String topic, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic, "paper", value)).get();
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
                throw new AssertionError(e);
            }
        }
        return messages;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
