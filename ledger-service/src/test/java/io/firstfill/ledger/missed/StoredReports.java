package io.firstfill.ledger.missed;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reports and alerts in memory, which outlive the process that made them; alerts count as recorded once published. */
final class StoredReports implements MissedReports, Alerts {
    final List<Opening> listings = new ArrayList<>();
    final Map<Instant, HourReport> stored = new LinkedHashMap<>();
    final List<AlertEvent> published = new ArrayList<>();
    final Set<EnvironmentId> unreadable = new HashSet<>();
    boolean brokerIsGone;

    HourReport of(Instant hour) {
        return Objects.requireNonNull(stored.get(hour));
    }

    @Override
    public Uni<Optional<Instant>> latestHour(EnvironmentId environment) {
        if (unreadable.contains(environment)) {
            return Uni.createFrom().failure(new IllegalStateException("unreadable"));
        }
        return Uni.createFrom().item(stored.keySet().stream().max(Instant::compareTo));
    }

    @Override
    public Uni<List<Opening>> openings(EnvironmentId environment, Instant from, Instant to) {
        return Uni.createFrom()
                .item(listings.stream()
                        .filter(one ->
                                !one.openedAt().isBefore(from) && one.openedAt().isBefore(to))
                        .toList());
    }

    @Override
    public Uni<Void> store(HourReport report) {
        stored.putIfAbsent(report.hour(), report);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<AlertRaised>> unraised(EnvironmentId environment, Instant since) {
        return Uni.createFrom()
                .item(alerts().filter(alert -> alert.at().isAfter(since))
                        .map(MissedAlert::raised)
                        .filter(alert -> !isPublished(alert.meta().id()))
                        .toList());
    }

    @Override
    public Uni<List<AlertCleared>> overdue(EnvironmentId environment, Instant until, Instant now) {
        return Uni.createFrom()
                .item(alerts().filter(alert -> !alert.at().isAfter(until) && isPublished(alert.alertId()))
                        .map(alert -> alert.cleared(now))
                        .filter(cleared -> !isPublished(cleared.meta().id()))
                        .toList());
    }

    private Stream<MissedAlert> alerts() {
        return stored.values().stream()
                .flatMap(report -> report.missed().stream()
                        .filter(one -> one.alertId() != null)
                        .map(one -> alert(report, one)));
    }

    private static MissedAlert alert(HourReport report, Missed missed) {
        Opening opening = missed.opening();
        return new MissedAlert(
                report.environment(),
                Objects.requireNonNull(missed.alertId()),
                opening.listingId(),
                opening.pair(),
                opening.openedAt(),
                opening.runId(),
                missed.reason(),
                report.generatedAt());
    }

    private boolean isPublished(MessageId id) {
        return published.stream().anyMatch(event -> event.meta().id().equals(id));
    }

    @Override
    public Uni<Void> publish(AlertEvent event) {
        if (brokerIsGone) {
            return Uni.createFrom().failure(new IllegalStateException("no broker"));
        }
        published.add(event);
        return Uni.createFrom().voidItem();
    }
}
