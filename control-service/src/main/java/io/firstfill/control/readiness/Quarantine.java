package io.firstfill.control.readiness;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.service.kafka.UnreadableRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gathers the records that halt an environment: from the alerts of trader and risk, from the ledger's report, and from
 * control's own inbox.
 */
@ApplicationScoped
public class Quarantine {
    /** Below contract level 2 a record that is quarantined or lost is stated as a stopped channel. */
    private static final Set<AlertKind> ABOUT_RECORDS = EnumSet.of(
            AlertKind.RECORD_QUARANTINED,
            AlertKind.UNREADABLE_MESSAGE,
            AlertKind.RECORDS_LOST,
            AlertKind.CHANNEL_STOPPED);

    private static final RecordPlace UNKNOWN = new RecordPlace("unknown", 0, 0);

    private final EnvironmentBook book;
    private final LedgerWatch ledger;
    private final SkippedRecords skipped;

    Quarantine(EnvironmentBook book, LedgerWatch ledger, SkippedRecords skipped) {
        this.book = book;
        this.ledger = ledger;
        this.skipped = skipped;
    }

    /** Returns the records that halt the environment, ordered by place. */
    public List<QuarantinedRecord> records(EnvironmentId environment) {
        Map<RecordPlace, Set<String>> services = new TreeMap<>();
        book.openAlerts(environment).stream()
                .filter(alert -> alert.kind() == AlertKind.RECORD_QUARANTINED)
                .forEach(alert -> add(services, alert));
        skipped.open(environment).forEach(place -> add(services, place, "control"));
        ledger.unprocessed(environment).stream()
                .filter(place -> UnreadableRecords.mustBeRead(place.topic()))
                .filter(place -> !skipped.isAcknowledged(environment, place))
                .forEach(place -> add(services, place, "ledger"));
        return services.entrySet().stream()
                .map(entry -> new QuarantinedRecord(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /**
     * Returns whether a person may acknowledge the record: it halts the environment, or its loss costs nothing and is
     * still shown. A record whose key names no environment may be acknowledged in any.
     */
    public boolean awaits(EnvironmentId environment, RecordPlace place) {
        return records(environment).stream().anyMatch(record -> record.place().equals(place))
                || (ledger.unprocessed(environment).contains(place) && !skipped.isAcknowledged(environment, place))
                || book.openAlerts(environment).stream().anyMatch(alert -> isAbout(alert, place))
                || book.openAlerts(EnvironmentId.UNKNOWN).stream().anyMatch(alert -> isAbout(alert, place));
    }

    private static boolean isAbout(AlertRaised alert, RecordPlace place) {
        String subject = alert.subject();
        return ABOUT_RECORDS.contains(alert.kind())
                && (subject.equals(place.toString()) || subject.endsWith(" " + place));
    }

    /** The subject is the service and the place. A place that cannot be read still holds the environment. */
    private static void add(Map<RecordPlace, Set<String>> services, AlertRaised alert) {
        int space = alert.subject().indexOf(' ');
        String service = alert.subject().substring(0, Math.max(0, space));
        try {
            add(services, RecordPlace.of(alert.subject().substring(space + 1)), service);
        } catch (IllegalArgumentException e) {
            add(services, UNKNOWN, service);
        }
    }

    private static void add(Map<RecordPlace, Set<String>> services, RecordPlace place, String service) {
        services.computeIfAbsent(place, ignored -> new TreeSet<>()).add(service);
    }
}
