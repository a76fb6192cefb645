package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.status.EnvironmentRecording;
import io.firstfill.ledger.status.RecordingStatus;
import io.firstfill.ledger.status.UnprocessedRecords;
import io.firstfill.service.environment.Environments;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Reports how far the channel is behind its topics. An environment whose partitions are not assigned to this instance,
 * whose broker or whose database does not answer in time, is reported as not recording.
 */
@ApplicationScoped
class JournalStatus implements RecordingStatus {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final JournalState state;
    private final KafkaClientService clients;
    private final UnprocessedRecords unprocessed;
    private final Environments environments;
    private final InstantSource clock;

    JournalStatus(
            JournalState state,
            KafkaClientService clients,
            UnprocessedRecords unprocessed,
            Environments environments,
            InstantSource clock) {
        this.state = state;
        this.clients = clients;
        this.unprocessed = unprocessed;
        this.environments = environments;
        this.clock = clock;
    }

    /** What broker and database answered; empty where one did not. */
    private record Answers(Map<TopicPartition, Long> lags, Map<EnvironmentId, List<RecordPlace>> places, boolean ok) {
        static final Answers NONE = new Answers(Map.of(), Map.of(), false);
    }

    @Override
    public Uni<List<EnvironmentRecording>> all() {
        return Uni.combine()
                .all()
                .unis(Uni.createFrom().deferred(this::lags), unprocessed.places())
                .with((lags, places) -> new Answers(lags, places, true))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .recoverWithItem(Answers.NONE)
                .map(answers -> environments.all().keySet().stream()
                        .map(environment -> recording(environment, answers))
                        .toList());
    }

    private EnvironmentRecording recording(EnvironmentId environment, Answers answers) {
        List<Long> lags = answers.lags().entrySet().stream()
                .filter(entry -> state.carries(entry.getKey(), environment))
                .map(Map.Entry::getValue)
                .toList();
        return new EnvironmentRecording(
                environment,
                answers.ok() && !lags.isEmpty() && state.isRecording(environment),
                lags.stream().mapToLong(Long::longValue).sum(),
                age(environment),
                answers.places().getOrDefault(environment, List.of()));
    }

    private long age(EnvironmentId environment) {
        Instant now = clock.instant();
        return state.oldestWaiting(environment)
                .map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds()))
                .orElse(0L);
    }

    private Uni<Map<TopicPartition, Long>> lags() {
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(JournalChannel.NAME);
        return consumer == null
                ? Uni.createFrom().item(Map.of())
                : consumer.runOnPollingThread(client -> {
                    return lags(client);
                });
    }

    /** Whatever lies between the last record and the end of a partition that is read to its end are no records. */
    private Map<TopicPartition, Long> lags(Consumer<Object, Object> consumer) {
        Map<TopicPartition, Long> reached = state.reached();
        Map<TopicPartition, Long> lags = new HashMap<>();
        consumer.endOffsets(consumer.assignment()).forEach((partition, end) -> {
            boolean read = state.isIdle() && consumer.position(partition) >= end;
            lags.put(partition, read ? 0 : Math.max(0, end - reached.getOrDefault(partition, 0L)));
        });
        return lags;
    }
}
