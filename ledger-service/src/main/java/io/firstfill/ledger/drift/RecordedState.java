package io.firstfill.ledger.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded about a run that started, its environment and its deployment.
 *
 * @param running the snapshot with which the run trades
 * @param latest the latest version of the run's configuration
 * @param guardrailsAtStart null where the environment had none
 * @param guardrails those in force now; null where the environment has none
 * @param services what each service reported about its settings
 */
public record RecordedState(
        EnvironmentId environment,
        RunId runId,
        Instant startedAt,
        ConfigurationId configurationId,
        int runningVersion,
        JsonNode running,
        int latestVersion,
        JsonNode latest,
        @Nullable Integer guardrailsVersionAtStart,
        @Nullable JsonNode guardrailsAtStart,
        @Nullable Integer guardrailsVersion,
        @Nullable JsonNode guardrails,
        List<ServiceSettings> services) {
    /**
     * What one service reported.
     *
     * @param settings of the last report
     * @param settingsAtStart of the last report before the run started; null where there is none
     */
    public record ServiceSettings(
            String service,
            Instant reportedAt,
            JsonNode settings,
            @Nullable Instant reportedBeforeStartAt,
            @Nullable JsonNode settingsAtStart) {}
}
