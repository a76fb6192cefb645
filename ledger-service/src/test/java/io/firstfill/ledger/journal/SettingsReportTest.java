package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.SettingsReported;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.service.environment.Environments;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Proves that a service reports at its start, with their defaults, the settings that decide about money or speed. */
@QuarkusTest
@KafkaAndPostgres
@TestProfile(SettingsReportTest.Reporting.class)
class SettingsReportTest {
    public static final class Reporting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("firstfill.settings-report.enabled", "true");
        }
    }

    @Inject
    Environments environments;

    @Test
    void theSettingsAreReportedAndRecorded() {
        EnvironmentId environment = environments.all().keySet().iterator().next();

        SettingsReported report =
                RecordsOnTopics.await(environment, SettingsReported.class, 1).getFirst();

        assertThat(report.service()).isEqualTo("ledger");
        assertThat(report.settings())
                .containsKeys(
                        "firstfill.contract.level",
                        "firstfill.environments." + environment + ".mode",
                        "firstfill.readers.statement-timeout");
        assertThat(report.settings().keySet()).noneMatch(name -> name.contains("uri") || name.contains("password"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("reported_settings", environment, "service = 'ledger'") == 1);
    }
}
