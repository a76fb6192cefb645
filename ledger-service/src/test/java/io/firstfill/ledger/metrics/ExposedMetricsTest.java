package io.firstfill.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.testkit.document.MetricsPage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** Proves that the page of metrics lists what the ledger exposes, and nothing else. */
@QuarkusTest
@KafkaAndPostgres
class ExposedMetricsTest {
    @Test
    void thePageOfMetricsListsWhatTheServiceExposes() {
        String exposed = RestAssured.get("/q/metrics").asString();

        assertThat(MetricsPage.read().differences("ledger-service", exposed)).isEmpty();
    }
}
