package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.risk.book.Decision;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.clock.ClockReading;
import io.firstfill.risk.kafka.EncodedDecision.EncodedEvent;
import io.firstfill.risk.kafka.EncodedDecision.StoredBook;
import io.firstfill.service.alert.AlertBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Maintains the risk books of one partition: reads a message, lets the engine decide, stores the book, forwards events.
 * A record that cannot be processed quarantines the environments it may concern, and the partition goes on.
 */
final class RiskProcessor implements Processor<String, byte[], String, EncodedEvent> {
    private static final Logger LOG = Logger.getLogger(RiskProcessor.class);

    /** The interval at which time alone is decided upon. */
    private static final Duration TICK_INTERVAL = Duration.ofSeconds(1);

    private final RiskTopology topology;
    private final UUID origin = UUID.randomUUID();
    private @Nullable ProcessorContext<String, EncodedEvent> assigned;
    private boolean idle;
    private boolean begun;
    private Instant restatedAt = Instant.EPOCH;
    /** What was reported last; lost with the processor, whose successor reports once more. */
    private final Map<EnvironmentId, CapsReported> reports = new HashMap<>();

    RiskProcessor(RiskTopology topology) {
        this.topology = topology;
    }

    @Override
    public void init(ProcessorContext<String, EncodedEvent> context) {
        assigned = context;
        context.schedule(TICK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, ignored -> tick());
    }

    /** Counts the positions of the past before the first record is read; tried again with each tick until done. */
    private void completePositions() {
        Set<EnvironmentId> incomplete = environments().stored().stream()
                .filter(environment -> !book(environment).exposure().positions().countsThePast())
                .collect(Collectors.toUnmodifiableSet());
        if (incomplete.isEmpty()) {
            return;
        }
        topology.past()
                .of(context().taskId().partition())
                .ifPresent(events -> incomplete.forEach(environment -> {
                    List<OrderEvent> own = events.stream()
                            .filter(event -> event.environment().equals(environment))
                            .toList();
                    passTime(environment, (book, time) -> topology.engine().complete(book, own, time));
                }));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        idle = false;
        if (!begun) {
            // Not in init: events cannot be forwarded there, because the sinks are made ready after this processor.
            begun = true;
            completePositions();
        }
        if (record.value() == null) {
            return; // a tombstone: a newer record replaced this one before compaction
        }
        RecordMetadata where = context().recordMetadata().orElseThrow();
        RecordPlace place = new RecordPlace(where.topic(), where.partition(), where.offset());
        try {
            Message message = topology.inputs().read(where.topic(), record);
            decide(message.environment(), (book, time) -> topology.engine().decide(book, message, time))
                    .ifPresent(failure -> quarantine(message.environment(), place, failure));
        } catch (UnprocessableRecordException e) {
            if (where.topic().equals(Topics.LISTINGS)) {
                LOG.warnf("Record of a listing passed over: record=%s, reason=%s", place, e.getMessage());
                return; // neither a stop, nor a halt, nor a fill
            }
            Set<EnvironmentId> concerned = environments().concernedBy(record.key(), e.named());
            LOG.errorf(e, "Record not processable: record=%s, environments=%s", place, concerned);
            concerned.forEach(environment -> quarantine(environment, place, String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void close() {
        if (assigned != null) {
            environments().stored().forEach(topology.listener()::revoked);
        }
    }

    /**
     * Decides what follows from time, and opens new environments. A new environment is opened only after a second
     * without a record: on a first start, or after the state store was lost, an older halt may still be unread in the
     * input topics. No service trades without a trading state, so a second without a record does come.
     */
    private void tick() {
        completePositions();
        environments().stored().forEach(environment -> passTime(environment, topology.engine()::passTime));
        restate(time().now());
        environments().stored().forEach(this::report);
        if (idle) {
            environments().configured().stream()
                    .filter(environment -> book(environment).tradingState() == null)
                    .forEach(environment -> passTime(environment, topology.engine()::open));
        }
        idle = true;
    }

    /** Reports the use of the caps where it has changed: with the ticks, so at most once a second. */
    private void report(EnvironmentId environment) {
        passTime(environment, (book, time) -> {
            Decision decision = topology.engine().report(book, reports.get(environment), time);
            decision.events().forEach(event -> reports.put(environment, (CapsReported) event));
            return decision;
        });
    }

    /** Restates the alerts that hold, after a start and then once a day. */
    private void restate(Instant now) {
        boolean steppedBack = now.isBefore(restatedAt);
        if (!steppedBack && now.isBefore(restatedAt.plus(AlertBoard.RESTATED_AFTER))) {
            return;
        }
        restatedAt = now;
        environments().stored().forEach(environment -> passTime(environment, topology.engine()::restate));
    }

    /** Lets time pass for one environment. A failure that comes again every second is stated once. */
    private void passTime(EnvironmentId environment, BiFunction<RiskBook, ClockReading, Decision> rule) {
        RecordPlace failed = bookPlace();
        boolean stated = book(environment).quarantined().stream()
                .anyMatch(place -> place.topic().equals(failed.topic()));
        decide(environment, rule)
                .filter(failure -> !stated)
                .ifPresent(failure -> quarantine(environment, failed, failure));
    }

    /** Lets the engine decide, and stores the decision. Returns why that failed; empty when it did not. */
    private Optional<String> decide(EnvironmentId environment, BiFunction<RiskBook, ClockReading, Decision> rule) {
        RiskBook book = book(environment);
        EncodedDecision decided;
        try {
            decided = encoded(book, rule.apply(book, time()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Decision failed: environment=%s", environment);
            return Optional.of("the decision failed with " + e.getClass().getSimpleName());
        }
        store(decided);
        return Optional.empty();
    }

    private void quarantine(EnvironmentId environment, RecordPlace place, String reason) {
        decide(environment, (book, time) -> topology.engine().quarantine(book, place, reason, time))
                .ifPresent(failure -> replaceLost(environment, place, failure));
    }

    /** Returns the environment's book, an empty one in place of a stored book that cannot be read. */
    private RiskBook book(EnvironmentId environment) {
        return books().find(environment)
                .orElseGet(() -> replaceLost(environment, bookPlace(), "the stored risk book cannot be read"));
    }

    private RiskBook replaceLost(EnvironmentId environment, RecordPlace place, String reason) {
        Decision decision =
                topology.engine().replaceLost(environment, books().safeguards(environment), place, reason, time());
        books().setAside(environment);
        store(encoded(RiskBook.empty(environment), decision));
        return decision.book();
    }

    private EncodedDecision encoded(RiskBook before, Decision decision) {
        return EncodedDecision.of(before, decision, topology.format(), topology.codec());
    }

    private void store(EncodedDecision decided) {
        RiskBook book = decided.book();
        StoredBook stored = decided.stored();
        if (stored != null) {
            books().put(book.environment(), stored.bytes());
        }
        StoredBook safeguards = decided.safeguards();
        if (safeguards != null) {
            books().putSafeguards(book.environment(), safeguards.bytes());
        }
        String key = book.environment().value();
        long at = context().currentSystemTimeMs();
        decided.events().forEach(event -> context().forward(new Record<>(key, event, at)));
        topology.listener().stored(book, decided.decision().events());
    }

    /** Names the stored book in place of a record: no record is to blame, and the time tells two losses apart. */
    private RecordPlace bookPlace() {
        String changelog = context().applicationId() + "-" + RiskTopology.BOOKS + "-changelog";
        return new RecordPlace(
                changelog, context().taskId().partition(), context().currentSystemTimeMs());
    }

    private ClockReading time() {
        Duration uptime = Duration.ofNanos(topology.nanoTime().getAsLong());
        return new ClockReading(Instant.ofEpochMilli(context().currentSystemTimeMs()), uptime, origin);
    }

    private StoredBooks books() {
        return new StoredBooks(context().getStateStore(RiskTopology.BOOKS), topology.format());
    }

    private PartitionEnvironments environments() {
        return new PartitionEnvironments(topology, context().taskId().partition(), books());
    }

    private ProcessorContext<String, EncodedEvent> context() {
        return Objects.requireNonNull(assigned, "init comes first");
    }
}
