package io.firstfill.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
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
        // The metrics of recording begin with the first record.
        LedgerFixture fixture = new LedgerFixture();
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));

        String exposed = RestAssured.get("/q/metrics").asString();

        assertThat(MetricsPage.read().differences("ledger-service", exposed)).isEmpty();
    }
}
