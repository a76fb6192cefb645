package io.firstfill.local.halt;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.state.TradingStateChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads {@code trading-state.v1} from its beginning: the environments there are, and what risk answers to a command.
 * The topic keeps the last record of every environment.
 */
final class TradingStateReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, EnvironmentId> environments = new TreeMap<>();

    private TradingStateReader(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** @param timeout of each call of Kafka */
    static TradingStateReader open(String broker, Duration timeout) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker,
                "isolation.level",
                "read_committed",
                "default.api.timeout.ms",
                Math.toIntExact(timeout.toMillis()),
                "request.timeout.ms",
                Math.toIntExact(timeout.toMillis()));
        return new TradingStateReader(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * The environments whose trading state risk has ever stated, by name.
     *
     * @param complete false where a part of the topic could not be read in time
     */
    record Known(List<String> names, boolean complete) {}

    /** Reads to the present end of the topic, but no longer than this: a halt must not wait for a sick partition. */
    Known environments(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRADING_STATE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        boolean complete = false;
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!complete && System.nanoTime() < end) {
                poll(changed -> environments.put(changed.environment().value(), changed.environment()));
                complete = ends.entrySet().stream()
                        .allMatch(last -> consumer.position(last.getKey(), POLL) >= last.getValue());
            }
        } catch (TimeoutException e) {
            complete = false;
        }
        return new Known(List.copyOf(environments.keySet()), complete);
    }

    /** Returns the change that the command has caused; empty when there is none within the timeout. */
    Optional<TradingStateChanged> awaitAnswer(MessageId command, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        List<TradingStateChanged> answers = new ArrayList<>();
        while (answers.isEmpty() && System.nanoTime() < end) {
            poll(changed -> {
                if (command.equals(changed.meta().causationId())) {
                    answers.add(changed);
                }
            });
        }
        return answers.stream().findFirst();
    }

    private void poll(Consumer<TradingStateChanged> receiver) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            Optional.ofNullable(record.value())
                    .flatMap(MessageJson::readTradingState)
                    .filter(changed -> changed.environment().value().equals(record.key()))
                    .ifPresent(receiver);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
