package io.firstfill.local.halt;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.state.TradingStateChanged;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code trading-state.v1} from its beginning: the environments there are, and what risk answers to a command.
 * The topic keeps the last record of every environment.
 */
final class TradingStateReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<String, byte[]> consumer;
    private final NavigableSet<String> environments = new TreeSet<>();

    TradingStateReader(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** @param timeout of each call of Kafka */
    static TradingStateReader open(HaltOptions options, Duration timeout) {
        Map<String, Object> settings = new HashMap<>(options.security());
        settings.putAll(Map.of(
                "bootstrap.servers",
                options.broker(),
                "isolation.level",
                "read_committed",
                "default.api.timeout.ms",
                Math.toIntExact(timeout.toMillis()),
                "request.timeout.ms",
                Math.toIntExact(timeout.toMillis())));
        return new TradingStateReader(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /**
     * The environments whose trading state risk has ever stated, by name.
     *
     * @param partitions of the topic
     * @param unread the partitions that could not be read to their end in time
     */
    record Known(List<String> names, int partitions, Set<Integer> unread) {
        boolean contains(EnvironmentId environment) {
            return names.contains(environment.value());
        }

        /** Returns whether the names say for certain that there is no such environment. */
        boolean lacks(EnvironmentId environment) {
            byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
            // As the producer of risk computes it; a topic without partitions has no environment.
            int own = Utils.toPositive(Utils.murmur2(key)) % Math.max(1, partitions);
            return !contains(environment) && !unread.contains(own);
        }
    }

    /** Reads to the present end of the topic, but no longer than this: a halt waits for no unanswering partition. */
    Known environments(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRADING_STATE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = ends(partitions, longest.dividedBy(2L * Math.max(1, partitions.size())));
        Set<TopicPartition> left = new HashSet<>(ends.keySet());
        while (!left.isEmpty() && System.nanoTime() < end) {
            poll(record -> name(record.key()).ifPresent(environments::add));
            left.removeIf(partition -> isRead(partition, ends.getOrDefault(partition, 0L)));
        }
        Set<Integer> unread = partitions.stream()
                .filter(partition -> left.contains(partition) || !ends.containsKey(partition))
                .map(TopicPartition::partition)
                .collect(Collectors.toUnmodifiableSet());
        return new Known(List.copyOf(environments), partitions.size(), unread);
    }

    /** Returns the end of each partition, without those that do not answer: one of them would fail all at once. */
    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, Duration longest) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : partitions) {
            try {
                ends.putAll(consumer.endOffsets(List.of(partition), longest));
            } catch (TimeoutException e) {
                ends.remove(partition);
            }
        }
        return ends;
    }

    private boolean isRead(TopicPartition partition, long end) {
        try {
            return consumer.position(partition, POLL) >= end;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Returns the change that the command has caused; empty when there is none within the timeout. */
    Optional<TradingStateChanged> awaitAnswer(MessageId command, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        List<TradingStateChanged> answers = new ArrayList<>();
        while (answers.isEmpty() && System.nanoTime() < end) {
            poll(record -> change(record)
                    .filter(changed -> command.equals(changed.meta().causationId()))
                    .ifPresent(answers::add));
        }
        return answers.stream().findFirst();
    }

    /** Takes the records that a poll has read. */
    private interface Receiver {
        void read(ConsumerRecord<String, byte[]> record);
    }

    private void poll(Receiver receiver) {
        consumer.poll(POLL).forEach(receiver::read);
    }

    /** Returns the environment that a key names, whatever its record says: a later version may have written that. */
    private static Optional<String> name(@Nullable String key) {
        try {
            return Optional.ofNullable(key).map(EnvironmentId::of).map(EnvironmentId::value);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<TradingStateChanged> change(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.value())
                .flatMap(MessageJson::readTradingState)
                .filter(changed -> changed.environment().value().equals(record.key()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
