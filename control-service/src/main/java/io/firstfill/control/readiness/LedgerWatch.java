package io.firstfill.control.readiness;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.readiness.LedgerReport.Recording;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the ledger's latest report, so that the gate, the environments and the readiness report read the same
 * status and no start waits for a query.
 */
@ApplicationScoped
public class LedgerWatch {
    private final LedgerProbe probe;
    private final ControlSettings settings;
    private volatile LedgerReport latest = LedgerReport.SILENT;

    LedgerWatch(LedgerProbe probe, ControlSettings settings) {
        this.probe = probe;
        this.settings = settings;
    }

    /** Queries the ledger; called at every interval. */
    public Uni<Void> refresh() {
        return probe.report().invoke(report -> latest = report).replaceWithVoid();
    }

    /** Returns how the recording of the environment goes; empty while the ledger does not report it. */
    public Optional<Recording> recording(EnvironmentId environment) {
        LedgerReport report = latest;
        return Optional.ofNullable(report.recordings())
                .filter(known -> report.ready())
                .map(known -> known.get(environment));
    }

    GateItem item(EnvironmentId environment) {
        LedgerReport report = latest;
        Map<EnvironmentId, Recording> recordings = report.recordings();
        if (!report.asked()) {
            return GateItem.failing(
                    GateItem.LEDGER,
                    "The ledger does not answer control, which now pauses "
                            + settings.ledgerGuard().openFor().toSeconds()
                            + " s between two queries: start the ledger-service, or look at its log and at the network"
                            + " to it. Control notices by itself when the ledger answers.");
        }
        if (!report.ready()) {
            return GateItem.failing(
                    GateItem.LEDGER,
                    "The ledger is not ready: look at its health and log; a failed migration names its remedy.");
        }
        return recordings == null ? GateItem.inOrder(GateItem.LEDGER) : item(recordings.get(environment));
    }

    /** Returns the records that the ledger could not process, as of its latest report. */
    List<RecordPlace> unprocessed(EnvironmentId environment) {
        Map<EnvironmentId, Recording> recordings = latest.recordings();
        Recording found = recordings == null ? null : recordings.get(environment);
        return found == null ? List.of() : found.unprocessed();
    }

    private GateItem item(@Nullable Recording found) {
        if (found == null || !found.recording()) {
            return GateItem.failing(
                    GateItem.LEDGER,
                    "The ledger does not record this environment: look at its log, its database and its topics.");
        }
        if (found.lagRecords() > settings.ledgerLagRecords()
                || found.lagSeconds() > settings.ledgerLag().toSeconds()) {
            return GateItem.failing(
                    GateItem.LEDGER,
                    "The ledger is " + found.lagRecords() + " records and " + found.lagSeconds()
                            + " s behind: wait until it has caught up, or look at its log and database.");
        }
        return GateItem.inOrder(GateItem.LEDGER);
    }
}
