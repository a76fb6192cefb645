package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.Decision;
import io.firstfill.risk.book.RiskBook;
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

/** Keeps the books of one partition: reads, lets the desk decide, stores the book and forwards what is said. */
final class RiskProcessor implements Processor<String, byte[], String, Message> {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final RiskTopology parts;
    private @Nullable ProcessorContext<String, Message> assigned;
    private boolean quiet;

    RiskProcessor(RiskTopology parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, Message> context) {
        assigned = context;
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, ignored -> tick());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        quiet = false;
        RecordMetadata where = context().recordMetadata().orElseThrow();
        if (record.value() == null) {
            return; // a tombstone: compaction took a fact that something newer replaced
        }
        Message message = read(where, record);
        RiskBook book = book(message.environment());
        keep(book, parts.desk().decide(book, message, now()));
    }

    @Override
    public void close() {
        if (assigned != null) {
            stored().forEach(book -> parts.watch().handedOver(book.environment()));
        }
    }

    /**
     * A new environment is opened only after a silent second: on a first start, or after the state was lost, an older halt
     * may still be waiting among the inputs. Nobody trades without a trading state, so silence comes.
     */
    private void tick() {
        Instant now = now();
        stored().forEach(book -> keep(book, parts.desk().passTime(book, now)));
        if (quiet) {
            parts.environments().stream()
                    .filter(this::isHere)
                    .map(this::book)
                    .filter(book -> book.tradingState() == null)
                    .forEach(book -> keep(book, parts.desk().open(book, now)));
        }
        quiet = true;
    }

    private Message read(RecordMetadata where, Record<String, byte[]> record) {
        Message message;
        try {
            message = parts.codec().read(where.topic(), record.value());
        } catch (UnreadableMessageException e) {
            throw new UnreadableRecordException(where, "not a message of its topic", e);
        }
        if (!message.environment().value().equals(record.key())) {
            throw new UnreadableRecordException(where, "its key is not its environment", null);
        }
        return message;
    }

    private void keep(RiskBook before, Decision decision) {
        RiskBook book = decision.book();
        if (!book.equals(before)) {
            store().put(book.environment().value(), book);
        }
        String key = book.environment().value();
        long at = context().currentSystemTimeMs();
        decision.events().forEach(event -> context().forward(new Record<>(key, event, at)));
        parts.watch().kept(book, decision.events(), now());
    }

    private RiskBook book(EnvironmentId environment) {
        RiskBook stored = store().get(environment.value());
        return stored == null ? RiskBook.empty(environment) : stored;
    }

    private List<RiskBook> stored() {
        List<RiskBook> books = new ArrayList<>();
        try (KeyValueIterator<String, RiskBook> all = store().all()) {
            while (all.hasNext()) {
                KeyValue<String, RiskBook> entry = all.next();
                books.add(entry.value);
            }
        }
        return books;
    }

    private boolean isHere(EnvironmentId environment) {
        byte[] key = environment.value().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, parts.partitions())
                == context().taskId().partition();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private KeyValueStore<String, RiskBook> store() {
        return context().getStateStore(RiskTopology.BOOKS);
    }

    private ProcessorContext<String, Message> context() {
        return Objects.requireNonNull(assigned, "init comes first");
    }
}
