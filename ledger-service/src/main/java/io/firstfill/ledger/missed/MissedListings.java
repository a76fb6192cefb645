package io.firstfill.ledger.missed;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.status.EnvironmentRecording;
import io.firstfill.ledger.status.RecordingStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports the missed listings of every hour that has ended, and alerts about those that were missed for a reason of
 * ours. Every step finds in the database what an earlier one, or another instance, has done: a restart repeats nothing
 * and leaves nothing out. An environment that the ledger is behind with waits, because its hour is not complete.
 */
@ApplicationScoped
public class MissedListings {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MOST_LAG_SECONDS = 10;
    private static final long MOST_LAG_RECORDS = 100;

    private final MissedReports reports;
    private final Alerts alerts;
    private final RecordingStatus recording;
    private final ReasonCauses causes;
    private final MissedSettings settings;
    private final InstantSource clock;

    MissedListings(
            MissedReports reports,
            Alerts alerts,
            RecordingStatus recording,
            ReasonCauses causes,
            MissedSettings settings,
            InstantSource clock) {
        this.reports = reports;
        this.alerts = alerts;
        this.recording = recording;
        this.causes = causes;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Does what is due now in every environment that is recorded; one that fails does not keep it from the others. To
     * be called often, and not while it runs.
     */
    public Uni<Void> run() {
        return recording
                .all()
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(MissedListings::isUpToDate)
                .onItem()
                .transformToUni(one -> run(one.environment()))
                .collectFailures()
                .concatenate()
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static boolean isUpToDate(EnvironmentRecording environment) {
        return environment.recording()
                && environment.lagSeconds() <= MOST_LAG_SECONDS
                && environment.lagRecords() <= MOST_LAG_RECORDS;
    }

    /** Does what is due now in an environment whose records are complete up to now. */
    public Uni<Void> run(EnvironmentId environment) {
        Instant now = clock.instant();
        return reports.latestHour(environment)
                .onItem()
                .transformToMulti(latest -> Multi.createFrom().items(dueHours(latest.orElse(Instant.MIN), now)))
                .onItem()
                .transformToUniAndConcatenate(hour -> report(environment, hour, now))
                .collect()
                .asList()
                .chain(() -> alert(environment, now));
    }

    /** Returns the hours after the latest reported one that ended the delay ago or earlier, the earliest first. */
    private Stream<Instant> dueHours(Instant latest, Instant now) {
        Instant end = now.minus(settings.delay()).truncatedTo(ChronoUnit.HOURS);
        Instant earliest = end.minus(settings.catchUp()).truncatedTo(ChronoUnit.HOURS);
        Instant first = latest.isBefore(earliest) ? earliest : latest.plus(HOUR);
        return Stream.iterate(first, hour -> hour.isBefore(end), hour -> hour.plus(HOUR));
    }

    private Uni<Void> report(EnvironmentId environment, Instant hour, Instant now) {
        return reports.openings(environment, hour, hour.plus(HOUR))
                .map(openings -> HourReport.of(environment, hour, now, openings, causes))
                .chain(reports::store);
    }

    private Uni<Void> alert(EnvironmentId environment, Instant now) {
        Instant oldest = now.minus(settings.alertFor());
        return reports.unraised(environment, oldest)
                .chain(this::publish)
                .chain(() -> reports.overdue(environment, oldest, now))
                .chain(this::publish);
    }

    private Uni<Void> publish(List<? extends AlertEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(alerts::publish)
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
