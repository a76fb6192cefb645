package io.firstfill.ledger.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.kafka.OtherInstances.Progress;
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
import java.util.stream.Stream;

/**
 * Reports how far the ledger is behind its topics. Of an environment that another instance records, the offsets in the
 * database tell; that one does not record when they stand still although there is something to record. When the broker
 * or the database does not answer in time, nothing is reported as recording.
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
        List<Progress> others = sampler.others().entrySet().stream()
                .filter(entry -> state.carries(entry.getKey(), environment))
                .map(Map.Entry::getValue)
                .toList();
        return new EnvironmentRecording(
                environment,
                databaseAnswers
                        && !(lags.isEmpty() && others.isEmpty())
                        && others.stream().noneMatch(other -> other.isStopped(clock.instant()))
                        && state.isRecording(environment),
                Stream.concat(lags.stream(), others.stream().map(Progress::lag))
                        .mapToLong(Long::longValue)
                        .sum(),
                age(environment, others),
                places.unprocessed().getOrDefault(environment, List.of()));
    }

    private long age(EnvironmentId environment, List<Progress> others) {
        Instant now = clock.instant();
        return Stream.concat(
                        state.oldestWaiting(environment).map(oldest -> Duration.between(oldest, now)).stream(),
                        others.stream().map(other -> other.age(now)))
                .mapToLong(age -> Math.max(0, age.toSeconds()))
                .max()
                .orElse(0);
    }
}
