package io.firstfill.risk.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.BookWatch;
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
 * <pre>
 * commands.v1 ┐
 * runs.v1     │                          ┌→ permits.v1
 * orders.v1   ├→ desk (books, changelog) ┼→ trading-state.v1
 * credentials │                          └→ alerts.v1
 * trading-st. ┘
 * </pre>
 *
 * All inputs are keyed by environment and equally partitioned, so one source and one processor see everything about an
 * environment, one message at a time. Books are few and small: they live in memory, the changelog is their durable copy.
 *
 * @param partitions of every input topic: tells which instance speaks first for a new environment
 */
record RiskTopology(
        RiskEngine desk,
        MessageCodec codec,
        ObjectMapper json,
        BookWatch watch,
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
                .addProcessor("desk", () -> new RiskProcessor(this), "inputs")
                .addStateStore(books(), "desk")
                .addSink(
                        "outputs",
                        (key, message, context) -> Family.of(message).topic(),
                        new StringSerializer(),
                        messages,
                        "desk");
    }

    private StoreBuilder<KeyValueStore<String, RiskBook>> books() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(BOOKS), Serdes.String(), BookSerde.of(json));
    }
}
