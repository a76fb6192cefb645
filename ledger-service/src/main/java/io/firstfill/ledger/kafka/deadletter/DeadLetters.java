package io.firstfill.ledger.kafka.deadletter;

import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code dead-letters.v1} and publishes the records that this release can read to the topics from which they
 * came, with their key. Only records without which a service may go on become dead letters, so none of them stops or
 * fills anything. A record that is published twice is one message: every reader knows it by its id.
 */
final class DeadLetters {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final MessageCodec codec;
    private final Consumer<String> out;

    DeadLetters(KafkaConsumer<String, byte[]> consumer, MessageCodec codec, Consumer<String> out) {
        this.consumer = consumer;
        this.codec = codec;
        this.out = out;
    }

    /**
     * Reads every dead letter that the topic holds when this begins.
     *
     * @param producer publishes those that are readable; null only lists them
     * @return how many are readable
     */
    int replay(@Nullable Producer<String, byte[]> producer) throws InterruptedException {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DEAD_LETTERS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        int readable = 0;
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            for (ConsumerRecord<String, byte[]> letter : consumer.poll(POLL)) {
                boolean before =
                        letter.offset() < ends.getOrDefault(new TopicPartition(letter.topic(), letter.partition()), 0L);
                readable += before && replay(letter, producer) ? 1 : 0;
            }
        }
        return readable;
    }

    private boolean replay(ConsumerRecord<String, byte[]> letter, @Nullable Producer<String, byte[]> producer)
            throws InterruptedException {
        String topic = header(letter, "dead-letter-topic");
        String place =
                topic + "-" + header(letter, "dead-letter-partition") + "@" + header(letter, "dead-letter-offset");
        String refusal = refusal(topic, letter);
        if (refusal != null) {
            out.accept(place + ": stays, " + refusal);
            return false;
        }
        if (producer != null) {
            publish(producer, new ProducerRecord<>(topic, letter.key(), letter.value()));
        }
        out.accept(place + (producer == null ? ": readable" : ": published again"));
        return true;
    }

    /** Returns why the record is not published; null where it can be. */
    private @Nullable String refusal(String topic, ConsumerRecord<String, byte[]> letter) {
        if (letter.value() == null || letter.key() == null) {
            return "it has no key or no value";
        }
        try {
            boolean own =
                    codec.read(topic, letter.value()).environment().value().equals(letter.key());
            return own ? null : "its key is not its environment";
        } catch (UnreadableMessageException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void publish(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record)
            throws InterruptedException {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take the record", e.getCause());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
