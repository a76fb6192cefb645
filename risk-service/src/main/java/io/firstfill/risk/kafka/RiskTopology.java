package io.firstfill.risk.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.RiskEngine;
import io.firstfill.risk.kafka.EncodedDecision.EncodedEvent;
import io.firstfill.service.json.MessageCodec;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Builds the Kafka Streams topology of the service.
 *
 * <pre>
 * commands.v1 ┐                            ┌→ permits.v1
 * runs.v1     │                            ├→ trading-state.v1
 * orders.v1   ├→ engine (books, changelog) ┼→ runs.v1 (guardrails)
 * credentials │                            ├→ caps.v1
 * trading-st. │                            └→ alerts.v1
 * listings.v1 ┘
 * </pre>
 *
 * All inputs are keyed by environment and equally partitioned, so one source and one processor read all messages of an
 * environment, one at a time. Risk books are few and small: they are held in memory, and the changelog is their durable
 * copy.
 *
 * @param partitions number of partitions of every input topic: decides which instance opens a new environment
 * @param nanoTime the monotonic clock
 * @param past what was published about orders before a book was begun
 */
record RiskTopology(
        RiskEngine engine,
        MessageCodec codec,
        BookFormat format,
        BookListener listener,
        Set<EnvironmentId> environments,
        int partitions,
        LongSupplier nanoTime,
        PastOrders past) {
    static final String BOOKS = "books";

    Topology build() {
        Serializer<EncodedEvent> events = (topic, event) -> event.value();
        return new Topology()
                .addSource(
                        (AutoOffsetReset) null,
                        "inputs",
                        RiskTopology::timeOf,
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.COMMANDS,
                        Topics.RUNS,
                        Topics.ORDERS,
                        Topics.CREDENTIALS,
                        Topics.TRADING_STATE,
                        Topics.LISTINGS)
                .addProcessor("engine", () -> new RiskProcessor(this), "inputs")
                .addStateStore(books(), "engine")
                .addSink("outputs", (key, event, context) -> event.topic(), new StringSerializer(), events, "engine");
    }

    InputReader inputs() {
        return new InputReader(codec);
    }

    /** Returns the time of a record; a record without a valid one is read nevertheless, before all others. */
    private static long timeOf(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> books() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BOOKS), Serdes.String(), Serdes.ByteArray());
    }
}
