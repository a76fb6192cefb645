package io.firstfill.ledger.kafka;

import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.journal.ReachedOffsets;
import io.firstfill.ledger.kafka.OtherInstances.Progress;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Measures every second how many records of each partition are not recorded: of the assigned ones by what this instance
 * has recorded, of all others by what the database says. Also stores where the consumer is when no record lies between:
 * the end of a transaction that is deleted one day must not look like a lost record.
 *
 * <p>The measurement runs on the polling thread, which may be busy for a second with a poll, and for longer while the
 * database is away: whoever needs the lag reads the last sample, and treats an old one as a ledger that does not
 * record.
 */
@ApplicationScoped
class LagSampler {
    private static final Logger LOG = Logger.getLogger(LagSampler.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration VALID = Duration.ofSeconds(5);
    /** Of one sample: a database that is away must not end the sampling. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final JournalState state;
    private final KafkaClientService clients;
    private final ReachedOffsets offsets;
    private final InstantSource clock;
    private final OtherInstances others = new OtherInstances();
    private volatile Sample latest = new Sample(Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    private volatile Cancellable running = () -> {};

    LagSampler(JournalState state, KafkaClientService clients, ReachedOffsets offsets, InstantSource clock) {
        this.state = state;
        this.clients = clients;
        this.offsets = offsets;
        this.clock = clock;
    }

    /**
     * What one measurement has found.
     *
     * @param lags of the assigned partitions
     * @param passed positions of assigned partitions up to which there is no further record
     * @param elsewhere ends of the partitions that are not assigned to this instance
     */
    private record Sample(
            Map<TopicPartition, Long> lags,
            Map<TopicPartition, Long> passed,
            Map<TopicPartition, Long> elsewhere,
            Instant at) {}

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .every(INTERVAL)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> sample())
                .subscribe()
                .with(sampled -> {}, failure -> LOG.error("The lag is not measured any more", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        running.cancel();
    }

    /** Returns the records that are not recorded, by assigned partition; empty when the last sample is too old. */
    Optional<Map<TopicPartition, Long>> lags() {
        Sample sample = latest;
        return Duration.between(sample.at(), clock.instant()).compareTo(VALID) > 0
                ? Optional.empty()
                : Optional.of(sample.lags());
    }

    /** Returns how far the other instances are; empty when the last sample is too old. */
    Map<TopicPartition, Progress> others() {
        return others.progress(clock.instant(), VALID);
    }

    private Uni<Void> sample() {
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(JournalChannel.NAME);
        return consumer == null
                ? Uni.createFrom().voidItem()
                : consumer.runOnPollingThread(client -> {
                            return measure(client);
                        })
                        .invoke(sample -> latest = sample)
                        .chain(sample -> store(sample.passed()).chain(() -> observe(sample.elsewhere())))
                        .ifNoItem()
                        .after(LIMIT)
                        .fail()
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Lag not measured: %s", failure))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    private Uni<Void> store(Map<TopicPartition, Long> passed) {
        List<ReachedOffset> reached = passed.entrySet().stream()
                .map(entry ->
                        new ReachedOffset(entry.getKey().topic(), entry.getKey().partition(), entry.getValue(), 0))
                .toList();
        return reached.isEmpty()
                ? Uni.createFrom().voidItem()
                : offsets.advance(reached).invoke(() -> state.passed(passed));
    }

    private Uni<Void> observe(Map<TopicPartition, Long> elsewhere) {
        return elsewhere.isEmpty()
                ? Uni.createFrom().voidItem().invoke(() -> others.observe(elsewhere, Map.of(), clock.instant()))
                : offsets.all()
                        .invoke(stored -> others.observe(elsewhere, recorded(stored), clock.instant()))
                        .replaceWithVoid();
    }

    private static Map<TopicPartition, Long> recorded(List<ReachedOffset> stored) {
        return stored.stream()
                .collect(Collectors.toMap(
                        offset -> new TopicPartition(offset.topic(), offset.partition()), ReachedOffset::recorded));
    }

    /** Whatever lies between the last record and the end of a partition that is read to its end are no records. */
    private Sample measure(Consumer<Object, Object> consumer) {
        Map<TopicPartition, Long> reached = state.reached();
        Map<TopicPartition, Long> lags = new HashMap<>();
        Map<TopicPartition, Long> positions = new HashMap<>();
        Map<TopicPartition, Long> elsewhere = new HashMap<>();
        Set<TopicPartition> assigned = consumer.assignment();
        consumer.endOffsets(partitions(consumer)).forEach((partition, end) -> {
            if (assigned.contains(partition)) {
                long position = consumer.position(partition);
                boolean read = state.isIdle() && position >= end;
                lags.put(partition, read ? 0 : Math.max(0, end - reached.getOrDefault(partition, 0L)));
                positions.put(partition, position);
            } else {
                elsewhere.put(partition, end);
            }
        });
        return new Sample(lags, passed(consumer, positions), elsewhere, clock.instant());
    }

    /** The broker is asked only where there is something to pass, which is seldom. */
    private Map<TopicPartition, Long> passed(Consumer<Object, Object> consumer, Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> beyond = state.beyondRecords(positions);
        return beyond.isEmpty() ? beyond : state.withoutDeleted(beyond, consumer.beginningOffsets(beyond.keySet()));
    }

    private List<TopicPartition> partitions(Consumer<Object, Object> consumer) {
        Map<String, Integer> counts = new HashMap<>();
        List<TopicPartition> partitions = consumer.subscription().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .peek(info -> counts.merge(info.topic(), 1, Integer::sum))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        state.counted(counts);
        return partitions;
    }
}
