package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The recording report says whether an environment is recorded, how far behind, and what could not be processed. */
@QuarkusTest
@KafkaAndPostgres
class RecordingApiTest {
    private static final String PAPER = "environments.find { it.environment == 'paper' }.";

    @Test
    void aLedgerThatHasReadEverythingReportsNoLagWithoutAToken() {
        LedgerFixture fixture = new LedgerFixture();
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> report().getBoolean(PAPER + "recording")
                        && report().getLong(PAPER + "lagRecords") == 0
                        && report().getLong(PAPER + "lagSeconds") == 0);
    }

    @Test
    void aRecordThatCouldNotBeProcessedIsNamedByItsPlace() {
        RecordPlace place =
                RecordsOnTopics.publishRaw(Topics.ORDERS, 0, "paper", "{broken".getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> report().getList(PAPER + "unprocessed").contains(place.toString()));
    }

    @Test
    void aLedgerWithoutItsDatabaseReportsThatItDoesNotRecord() throws SQLException {
        LedgerDatabase.executeFromOtherDatabase("ALTER DATABASE " + LedgerDatabase.name() + " ALLOW_CONNECTIONS false");
        LedgerDatabase.executeFromOtherDatabase(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + LedgerDatabase.name()
                        + "'");
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> !report().getBoolean(PAPER + "recording"));
        } finally {
            LedgerDatabase.executeFromOtherDatabase(
                    "ALTER DATABASE " + LedgerDatabase.name() + " ALLOW_CONNECTIONS true");
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> report().getBoolean(PAPER + "recording"));
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void aViewerCannotBeginAVerificationAtTheFirstRecord() {
        assertThat(given().post("/api/ledger/v1/audit/verification?environment=paper")
                        .statusCode())
                .isEqualTo(403);
    }

    private static JsonPath report() {
        return given().get("/api/ledger/v1/recording")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
