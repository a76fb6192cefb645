package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.status.EnvironmentRecording;
import io.firstfill.ledger.status.RecordingStatus;
import io.firstfill.ledger.status.UnprocessedRecords;
import io.firstfill.service.environment.Environments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Reports how far the channel is behind its topics. An environment whose partitions are not assigned to this instance,
 * whose broker or whose database does not answer in time, is reported as not recording.
 */
@ApplicationScoped
class JournalStatus implements RecordingStatus {
    /** Less than control waits for the whole report. */
    private static final Duration LIMIT = Duration.ofMillis(300);
    /** A busy database is no lost one. */
    private static final Duration VALID = Duration.ofSeconds(5);

    private final JournalState state;
    private final LagSampler sampler;
    private final UnprocessedRecords unprocessed;
    private final Environments environments;
    private final InstantSource clock;
    private volatile Places latest = new Places(Map.of(), Instant.EPOCH);

    private record Places(Map<EnvironmentId, List<RecordPlace>> unprocessed, Instant at) {}

    JournalStatus(
            JournalState state,
            LagSampler sampler,
            UnprocessedRecords unprocessed,
            Environments environments,
            InstantSource clock) {
        this.state = state;
        this.sampler = sampler;
        this.unprocessed = unprocessed;
        this.environments = environments;
        this.clock = clock;
    }

    @Override
    public Uni<List<EnvironmentRecording>> all() {
        return unprocessed
                .places()
                .invoke(places -> latest = new Places(places, clock.instant()))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .recoverWithNull()
                .map(answered -> latest)
                .map(places -> environments.all().keySet().stream()
                        .map(environment -> recording(environment, places))
                        .toList());
    }

    private EnvironmentRecording recording(EnvironmentId environment, Places places) {
        boolean databaseAnswers = Duration.between(places.at(), clock.instant()).compareTo(VALID) <= 0;
        List<Long> lags = sampler.lags().orElse(Map.of()).entrySet().stream()
                .filter(entry -> state.carries(entry.getKey(), environment))
                .map(Map.Entry::getValue)
                .toList();
        return new EnvironmentRecording(
                environment,
                databaseAnswers && !lags.isEmpty() && state.isRecording(environment),
                lags.stream().mapToLong(Long::longValue).sum(),
                age(environment),
                places.unprocessed().getOrDefault(environment, List.of()));
    }

    private long age(EnvironmentId environment) {
        Instant now = clock.instant();
        return state.oldestWaiting(environment)
                .map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds()))
                .orElse(0L);
    }
}
