package io.firstfill.ledger.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.service.json.FieldDifference;
import io.firstfill.service.json.FieldDifferences;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How what is in force now differs from what a run started with. A value that is left out is not set there.
 *
 * @param drifted whether anything differs
 * @param services the settings of each service of the deployment
 */
public record Drift(
        EnvironmentId environment,
        RunId runId,
        Instant startedAt,
        boolean drifted,
        OfConfiguration configuration,
        OfGuardrails guardrails,
        List<OfSettings> services) {

    /** The snapshot of the run against the latest version of its configuration. */
    @Schema(name = "ConfigurationDrift")
    public record OfConfiguration(
            ConfigurationId configurationId, int runningVersion, int latestVersion, List<Newer> differences) {}

    /**
     * The guardrails of the environment now against those at the start of the run.
     *
     * @param versionAtStart absent where the environment had no guardrails
     * @param version absent where the environment has no guardrails
     */
    @Schema(name = "GuardrailsDrift")
    public record OfGuardrails(
            @Nullable Integer versionAtStart, @Nullable Integer version, List<Since> differences) {}

    /**
     * The settings of a service now against those at the start of the run.
     *
     * @param reportedBeforeStartAt absent where the service had not reported by then: what differs is not known
     */
    @Schema(name = "SettingsDrift")
    public record OfSettings(
            String service, @Nullable Instant reportedBeforeStartAt, Instant reportedAt, List<Since> differences) {}

    /** A field of the running configuration and its value in the latest version. */
    @Schema(name = "NewerValue")
    public record Newer(
            String path,
            @Nullable JsonNode running,
            @Nullable JsonNode now) {
        static Newer of(FieldDifference difference) {
            return new Newer(difference.path(), difference.from(), difference.to());
        }
    }

    /** A field whose value has changed since the start of the run. */
    @Schema(name = "ChangedValue")
    public record Since(
            String path,
            @Nullable JsonNode atStart,
            @Nullable JsonNode now) {
        static Since of(FieldDifference difference) {
            return new Since(difference.path(), difference.from(), difference.to());
        }
    }

    public static Drift of(RecordedState state) {
        var configuration = new OfConfiguration(
                state.configurationId(),
                state.runningVersion(),
                state.latestVersion(),
                FieldDifferences.between(state.running(), state.latest()).stream()
                        .map(Newer::of)
                        .toList());
        var guardrails = new OfGuardrails(
                state.guardrailsVersionAtStart(),
                state.guardrailsVersion(),
                since(state.guardrailsAtStart(), state.guardrails()));
        List<OfSettings> services =
                state.services().stream().map(Drift::settings).toList();
        boolean drifted = !configuration.differences().isEmpty()
                || !guardrails.differences().isEmpty()
                || services.stream().anyMatch(service -> !service.differences().isEmpty());
        return new Drift(
                state.environment(), state.runId(), state.startedAt(), drifted, configuration, guardrails, services);
    }

    private static OfSettings settings(RecordedState.ServiceSettings service) {
        JsonNode atStart = service.settingsAtStart();
        return new OfSettings(
                service.service(),
                service.reportedBeforeStartAt(),
                service.reportedAt(),
                atStart == null || atStart.isNull() ? List.of() : since(atStart, service.settings()));
    }

    private static List<Since> since(@Nullable JsonNode atStart, @Nullable JsonNode now) {
        return FieldDifferences.between(orMissing(atStart), orMissing(now)).stream()
                .map(Since::of)
                .toList();
    }

    private static JsonNode orMissing(@Nullable JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }
}
