package io.firstfill.scanner;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.testkit.KafkaResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The scanner's topics as the other services see them: sends what the scanner reads, reads what it publishes. */
final class ScannerTopics implements AutoCloseable {
    static final String NAMES = "commands.v1,runs.v1,listings.v1,alerts.v1,prices.v1,dead-letters.v1,rehearsals.v1,"
            + "scanner-baseline.v1:1:cleanup.policy=compact";

    private final MessageCodec codec = MessageCodec.standard();
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Message> read = new ArrayList<>();

    ScannerTopics() {
        String broker = KafkaResource.shared().bootstrapServers();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
        List<TopicPartition> partitions = Stream.of(Topics.LISTINGS, Topics.ALERTS, Topics.SCANNER_BASELINE)
                .map(topic -> new TopicPartition(topic, 0))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    void send(Message message) {
        send(message, Instant.now());
    }

    /** @param at the time of the record, by which a service finds where to begin */
    void send(Message message, Instant at) {
        String topic = Family.of(message).topic();
        String key = message.environment().value();
        try {
            producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), key, codec.write(message)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not acknowledge the record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Everything published so far, in order within each topic. */
    List<Message> read() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
            try {
                read.add(codec.read(record.topic(), record.value()));
            } catch (UnreadableMessageException e) {
                throw new IllegalStateException("unreadable record", e);
            }
        }
        return read;
    }

    <M extends Message> List<M> read(Class<M> type) {
        return read().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
