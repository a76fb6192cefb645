package io.firstfill.risk.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.book.RiskEngine;
import io.firstfill.service.json.MessageCodec;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Builds the Kafka Streams topology of the service.
 *
 * <pre>
 * commands.v1 ┐
 * runs.v1     │                            ┌→ permits.v1
 * orders.v1   ├→ engine (books, changelog) ┼→ trading-state.v1
 * credentials │                            └→ alerts.v1
 * trading-st. ┘
 * </pre>
 *
 * All inputs are keyed by environment and equally partitioned, so one source and one processor read all messages of an
 * environment, one at a time. Risk books are few and small: they are held in memory, and the changelog is their durable
 * copy.
 *
 * @param partitions number of partitions of every input topic: decides which instance opens a new environment
 */
record RiskTopology(
        RiskEngine engine,
        MessageCodec codec,
        ObjectMapper json,
        BookListener listener,
        Set<EnvironmentId> environments,
        int partitions) {
    static final String BOOKS = "books";

    Topology build() {
        Serializer<Message> messages = (topic, message) -> codec.write(message);
        return new Topology()
                .addSource(
                        "inputs",
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.COMMANDS,
                        Topics.RUNS,
                        Topics.ORDERS,
                        Topics.CREDENTIALS,
                        Topics.TRADING_STATE)
                .addProcessor("engine", () -> new RiskProcessor(this), "inputs")
                .addStateStore(books(), "engine")
                .addSink(
                        "outputs",
                        (key, message, context) -> Family.of(message).topic(),
                        new StringSerializer(),
                        messages,
                        "engine");
    }

    private StoreBuilder<KeyValueStore<String, RiskBook>> books() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BOOKS), Serdes.String(), BookSerde.of(json));
    }
}
