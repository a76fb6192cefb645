package io.firstfill.ledger.kafka;

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
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Measures every second how many records of each assigned partition are not recorded. The measurement runs on the
 * polling thread, which may be busy for a second with a poll, and for longer while the database is away: whoever needs
 * the lag reads the last sample, and treats an old one as a ledger that does not record.
 */
@ApplicationScoped
class LagSampler {
    private static final Logger LOG = Logger.getLogger(LagSampler.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration VALID = Duration.ofSeconds(5);

    private final JournalState state;
    private final KafkaClientService clients;
    private final InstantSource clock;
    private volatile Sample latest = new Sample(Map.of(), Instant.EPOCH);
    private volatile Cancellable running = () -> {};

    LagSampler(JournalState state, KafkaClientService clients, InstantSource clock) {
        this.state = state;
        this.clients = clients;
        this.clock = clock;
    }

    private record Sample(Map<TopicPartition, Long> lags, Instant at) {}

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

    private Uni<Void> sample() {
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(JournalChannel.NAME);
        return consumer == null
                ? Uni.createFrom().voidItem()
                : consumer.runOnPollingThread(client -> {
                            return measure(client);
                        })
                        .invoke(sample -> latest = sample)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Lag not measured: %s", failure))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid();
    }

    /** Whatever lies between the last record and the end of a partition that is read to its end are no records. */
    private Sample measure(Consumer<Object, Object> consumer) {
        Map<TopicPartition, Long> reached = state.reached();
        Map<TopicPartition, Long> lags = new HashMap<>();
        consumer.endOffsets(consumer.assignment()).forEach((partition, end) -> {
            boolean read = state.isIdle() && consumer.position(partition) >= end;
            lags.put(partition, read ? 0 : Math.max(0, end - reached.getOrDefault(partition, 0L)));
        });
        return new Sample(lags, clock.instant());
    }
}
