package io.firstfill.risk.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.risk.book.PoolTerms;
import io.firstfill.risk.book.RiskEngine;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The topology of one partition on virtual time; it can be restarted with what its store holds. */
final class TopologyDriver implements AutoCloseable {
    private final MessageCodec reader = MessageCodec.standard();
    private final RiskTopology topology;
    private TopologyTestDriver driver;
    private long nanos;
    /** The events that the orders topic holds from before; empty while it cannot be read. */
    Optional<List<OrderEvent>> past = Optional.of(List.of());

    TopologyDriver(MessageCodec codec, EnvironmentId... environments) {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        topology = new RiskTopology(
                new RiskEngine(new PoolTerms(5, Duration.ofMinutes(5)), Map.of()),
                codec,
                new BookFormat(json),
                TopologyFixture.NO_LISTENER,
                Set.of(environments),
                1,
                () -> nanos,
                partition -> past);
        driver = new TopologyTestDriver(topology.build(), new Properties());
    }

    /** Lets seconds pass, one tick after another. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            nanos += Duration.ofSeconds(1).toNanos();
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
    }

    /** Lets time pass with one tick at its end. */
    void jump(Duration time) {
        nanos += time.toNanos();
        driver.advanceWallClockTime(time);
    }

    void publish(Message message) {
        pipe(Family.of(message).topic(), message.environment().value(), reader.write(message));
    }

    void pipe(String topic, @Nullable String key, byte @Nullable [] value) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    /** Returns the messages since the last call. */
    List<Message> read(String topic) {
        List<Message> messages = new ArrayList<>();
        for (byte[] value : driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()) {
            try {
                messages.add(reader.read(topic, value));
            } catch (UnreadableMessageException e) {
                throw new AssertionError(e);
            }
        }
        return messages;
    }

    <T extends Message> List<T> read(String topic, Class<T> type, EnvironmentId environment) {
        return read(topic).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(message -> message.environment().equals(environment))
                .toList();
    }

    void restart() {
        Map<String, byte[]> stored = stored();
        driver.close();
        driver = new TopologyTestDriver(topology.build(), new Properties());
        stored.forEach(store()::put);
    }

    Map<String, byte[]> stored() {
        Map<String, byte[]> stored = new HashMap<>();
        try (KeyValueIterator<String, byte[]> all = store().all()) {
            all.forEachRemaining(entry -> stored.put(entry.key, entry.value));
        }
        return stored;
    }

    void overwrite(String key, byte[] value) {
        store().put(key, value);
    }

    private KeyValueStore<String, byte[]> store() {
        return driver.getKeyValueStore(RiskTopology.BOOKS);
    }

    @Override
    public void close() {
        driver.close();
    }
}
