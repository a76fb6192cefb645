package io.firstfill.control.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.firstfill.testkit.document.MetricsPage;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proves that the gauges show what control has read about each environment, and that the page lists them. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class EnvironmentMetricsTest {
    @Inject
    RespondingServices services;

    @Test
    void theGaugesShowWhatIsKnownAndNothingWhereNothingIs() {
        services.publish(new AlertRaised(
                Meta.first(MessageId.derivedFrom("skew"), Instant.now()),
                EnvironmentId.of("skewed"),
                AlertKind.CLOCK_SKEW,
                "trader",
                Severity.CRITICAL,
                "The clock is 3 s off",
                null));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(exposed())
                        .contains("firstfill_environment_trading_state{environment=\"past\",state=\"ACTIVE\"} 1.0")
                        .contains("firstfill_environment_trading_state{environment=\"past\",state=\"HALTED\"} 0.0")
                        .contains("firstfill_environment_trading_state{environment=\"bare\",state=\"ACTIVE\"} NaN")
                        .contains("firstfill_environment_credential_valid{environment=\"past\"} 1.0")
                        .contains("firstfill_environment_credential_valid{environment=\"bare\"} NaN")
                        .contains("firstfill_environment_run_active{environment=\"past\"} 1.0")
                        .contains("firstfill_environment_alerts_open{environment=\"skewed\",kind=\"CLOCK_SKEW\"} 1.0")
                        .contains("firstfill_environment_alerts_open{environment=\"past\",kind=\"CLOCK_SKEW\"} 0.0")
                        .contains("firstfill_environment_ledger_recording{environment=\"past\"} 1.0")
                        .contains("firstfill_environment_ledger_recording{environment=\"checked\"} 0.0")
                        .contains("firstfill_environment_ledger_lag_seconds{environment=\"past\"} 0.0"));
    }

    @Test
    void thePageOfMetricsListsWhatTheServiceExposes() {
        assertThat(MetricsPage.read().differences("control-service", exposed())).isEmpty();
    }

    private static String exposed() {
        return RestAssured.get("/q/metrics").asString();
    }
}
