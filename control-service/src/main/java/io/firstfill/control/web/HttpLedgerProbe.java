package io.firstfill.control.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.readiness.LedgerProbe;
import io.firstfill.control.readiness.LedgerReport;
import io.firstfill.control.readiness.LedgerReport.Recording;
import io.firstfill.service.guard.PeerGuard;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Queries the ledger's readiness check, and its report about the recording, over HTTP, behind a time limit and a
 * circuit breaker. A ledger that cannot be reached in time, or whose report cannot be read, counts as not ready.
 */
@ApplicationScoped
class HttpLedgerProbe implements LedgerProbe {
    /** A ledger that knows no such report, or does not give it to control. */
    private static final Set<Integer> NO_REPORT = Set.of(401, 403, 404);

    private final HttpClient client;
    private final ControlSettings settings;
    private final ObjectMapper json;
    private final PeerGuard guard;

    HttpLedgerProbe(ControlSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        client =
                HttpClient.newBuilder().connectTimeout(settings.ledgerTimeout()).build();
        guard = new PeerGuard("ledger", settings.ledgerTimeout(), settings.ledgerGuard());
    }

    /** The report's own shape; what is unknown in it is ignored. */
    record Recordings(List<EnvironmentRecording> environments) {}

    /** How the recording of one environment goes. */
    record EnvironmentRecording(
            EnvironmentId environment,
            boolean recording,
            long lagRecords,
            long lagSeconds,
            List<RecordPlace> unprocessed) {}

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    @Override
    public Uni<LedgerReport> report() {
        return guard.call(this::query)
                .onFailure()
                .recoverWithItem(() -> guard.isOpen() ? LedgerReport.NOT_ASKED : LedgerReport.SILENT);
    }

    /** A ledger that answers counts as one that can be asked, whatever it answers. */
    private Uni<LedgerReport> query() {
        return Uni.combine()
                .all()
                .unis(get("/q/health/ready"), get("/api/ledger/v1/recording"))
                .with((health, recording) -> health.statusCode() == 200 ? report(recording) : LedgerReport.SILENT);
    }

    private Uni<HttpResponse<String>> get(String path) {
        HttpRequest query = HttpRequest.newBuilder(settings.ledgerUri().resolve(path))
                .timeout(settings.ledgerTimeout())
                .build();
        return Uni.createFrom().completionStage(() -> client.sendAsync(query, BodyHandlers.ofString()));
    }

    private LedgerReport report(HttpResponse<String> response) {
        if (NO_REPORT.contains(response.statusCode())) {
            return new LedgerReport(true, null);
        }
        return response.statusCode() == 200 ? read(response.body()) : LedgerReport.SILENT;
    }

    private LedgerReport read(String body) {
        try {
            Map<EnvironmentId, Recording> recordings = new HashMap<>();
            json.readValue(body, Recordings.class)
                    .environments()
                    .forEach(it -> recordings.put(
                            it.environment(),
                            new Recording(it.recording(), it.lagRecords(), it.lagSeconds(), it.unprocessed())));
            return new LedgerReport(true, recordings);
        } catch (JsonProcessingException | RuntimeException e) {
            return LedgerReport.SILENT;
        }
    }
}
