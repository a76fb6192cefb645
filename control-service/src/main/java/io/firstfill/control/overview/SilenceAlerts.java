package io.firstfill.control.overview;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.liveness.HeartbeatBook;
import io.firstfill.control.run.Run;
import io.firstfill.control.run.RunBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which alerts about silent services are raised and cleared. A service that was heard and is silent is one; a
 * service that was never heard since control started is one only when a run needs it, and not at once, because services
 * start in any order. Nobody is silent while control itself does not hear, and for some seconds after. What is open is
 * read from the topic, so that several instances of control raise one alert.
 */
@ApplicationScoped
class SilenceAlerts {
    /** An alert that was published is on the topic, and back in the book, by then. */
    private static final Duration REPEATED_AFTER = Duration.ofMinutes(1);

    private final EnvironmentBook book;
    private final RunBook runs;
    private final HeartbeatBook heartbeats;
    private final Duration silentAfter;
    private final Duration firstSignAfter;
    private final Map<Subject, Instant> published = new HashMap<>();

    private record Subject(EnvironmentId environment, String service, boolean raised) {}

    SilenceAlerts(EnvironmentBook book, RunBook runs, HeartbeatBook heartbeats, ControlSettings settings) {
        this.book = book;
        this.runs = runs;
        this.heartbeats = heartbeats;
        this.silentAfter = settings.silentAfter();
        this.firstSignAfter = settings.firstSignAfter();
    }

    /**
     * Returns the alerts to publish now. Called by one thread.
     *
     * @param listeningSince since when control hears without a gap: while it read records of the past, or its
     *     connection was away, it heard nobody, and the services may have been as deaf
     */
    List<AlertEvent> changes(EnvironmentId environment, Instant listeningSince, Instant now) {
        boolean listens = !listeningSince.plus(silentAfter).isAfter(now);
        return HeartbeatBook.SERVICES.stream()
                .flatMap(service -> change(environment, service, listens, now))
                .toList();
    }

    private Stream<AlertEvent> change(EnvironmentId environment, String service, boolean listens, Instant now) {
        boolean open = book.openAlerts(environment).stream()
                .anyMatch(alert -> alert.kind() == AlertKind.SERVICE_SILENT
                        && alert.subject().equals(service));
        if (heartbeats.isAlive(environment, service)) {
            return open && isDue(new Subject(environment, service, false), now)
                    ? Stream.of(cleared(environment, service, now))
                    : Stream.empty();
        }
        Run run = runs.active(environment).orElse(null);
        Optional<Instant> last = heartbeats.lastHeard(environment, service);
        boolean missed =
                last.isPresent() || (run != null && heartbeats.listening().compareTo(firstSignAfter) > 0);
        return listens && missed && !open && isDue(new Subject(environment, service, true), now)
                ? Stream.of(raised(environment, service, run, now))
                : Stream.empty();
    }

    private boolean isDue(Subject subject, Instant now) {
        Instant before = published.get(subject);
        boolean due = before == null || !before.plus(REPEATED_AFTER).isAfter(now);
        if (due) {
            published.put(subject, now);
            published.remove(new Subject(subject.environment(), subject.service(), !subject.raised()));
        }
        return due;
    }

    private AlertRaised raised(EnvironmentId environment, String service, @Nullable Run run, Instant now) {
        return new AlertRaised(
                meta("raised", environment, service, now),
                environment,
                AlertKind.SERVICE_SILENT,
                service,
                run == null ? Severity.WARNING : Severity.CRITICAL,
                "No " + service + " gives a sign of life for this environment",
                run == null ? null : run.runId());
    }

    private static AlertCleared cleared(EnvironmentId environment, String service, Instant now) {
        return new AlertCleared(
                meta("cleared", environment, service, now), environment, AlertKind.SERVICE_SILENT, service);
    }

    private static Meta meta(String change, EnvironmentId environment, String service, Instant now) {
        return Meta.first(MessageId.derivedFrom("Alert", change, environment, "SERVICE_SILENT", service, now), now);
    }
}
