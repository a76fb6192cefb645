package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.Decision;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.service.json.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Maintains the risk books of one partition: reads a message, lets the engine decide, stores the book, forwards events.
 */
final class RiskProcessor implements Processor<String, byte[], String, Message> {
    /** How often time alone is decided upon. */
    private static final Duration TICK_INTERVAL = Duration.ofSeconds(1);

    private final RiskTopology topology;
    private @Nullable ProcessorContext<String, Message> assigned;
    private boolean idle;
    private Instant restatedAt = Instant.EPOCH;

    RiskProcessor(RiskTopology topology) {
        this.topology = topology;
    }

    @Override
    public void init(ProcessorContext<String, Message> context) {
        assigned = context;
        context.schedule(TICK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, ignored -> tick());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        idle = false;
        RecordMetadata where = context().recordMetadata().orElseThrow();
        if (record.value() == null) {
            return; // a tombstone: a newer record replaced this one before compaction
        }
        Message message = read(where, record);
        RiskBook book = book(message.environment());
        store(book, topology.engine().decide(book, message, now()));
    }

    @Override
    public void close() {
        if (assigned != null) {
            storedBooks().forEach(book -> topology.listener().revoked(book.environment()));
        }
    }

    /**
     * Decides what follows from time, and opens new environments. A new environment is opened only after a second
     * without a record: on a first start, or after the state store was lost, an older halt may still be unread in the
     * input topics. No service trades without a trading state, so a second without a record does come.
     */
    private void tick() {
        Instant now = now();
        storedBooks().forEach(book -> store(book, topology.engine().passTime(book, now)));
        restate(now);
        if (idle) {
            topology.environments().stream()
                    .filter(this::isAssigned)
                    .map(this::book)
                    .filter(book -> book.tradingState() == null)
                    .forEach(book -> store(book, topology.engine().open(book, now)));
        }
        idle = true;
    }

    /** Restates the alerts that hold, after a start and then once a day. */
    private void restate(Instant now) {
        if (now.isBefore(restatedAt.plus(AlertBoard.RESTATED_AFTER))) {
            return;
        }
        restatedAt = now;
        storedBooks().forEach(book -> store(book, topology.engine().restate(book, now)));
    }

    private Message read(RecordMetadata where, Record<String, byte[]> record) {
        Message message;
        try {
            message = topology.codec().read(where.topic(), record.value());
        } catch (UnreadableMessageException e) {
            throw new UnreadableRecordException(where, "not a message of its topic", e);
        }
        if (!message.environment().value().equals(record.key())) {
            throw new UnreadableRecordException(where, "its key is not its environment", null);
        }
        return message;
    }

    private void store(RiskBook before, Decision decision) {
        RiskBook book = decision.book();
        if (!book.equals(before)) {
            books().put(book.environment().value(), book);
        }
        String key = book.environment().value();
        long at = context().currentSystemTimeMs();
        decision.events().forEach(event -> context().forward(new Record<>(key, event, at)));
        topology.listener().stored(book, decision.events(), now());
    }

    private RiskBook book(EnvironmentId environment) {
        RiskBook stored = books().get(environment.value());
        return stored == null ? RiskBook.empty(environment) : stored;
    }

    private List<RiskBook> storedBooks() {
        List<RiskBook> books = new ArrayList<>();
        try (KeyValueIterator<String, RiskBook> all = books().all()) {
            while (all.hasNext()) {
                KeyValue<String, RiskBook> entry = all.next();
                books.add(entry.value);
            }
        }
        return books;
    }

    private boolean isAssigned(EnvironmentId environment) {
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, topology.partitions())
                == context().taskId().partition();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private KeyValueStore<String, RiskBook> books() {
        return context().getStateStore(RiskTopology.BOOKS);
    }

    private ProcessorContext<String, Message> context() {
        return Objects.requireNonNull(assigned, "init comes first");
    }
}
