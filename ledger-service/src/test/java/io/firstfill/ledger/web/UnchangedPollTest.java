package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.testkit.openapi.DescribedAnswersFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** FR-006: a dashboard polls every five seconds; while nothing has changed for it, the poll touches no big table. */
@QuarkusTest
@KafkaAndPostgres
class UnchangedPollTest {
    private static final String ORDERS = "/api/ledger/v1/orders";

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void anUnchangedPollIsAnsweredWhileTheTableOfItsItemsIsLocked() throws SQLException {
        fixture.record(fixture.submitted(1, LedgerFixture.T0, "12.5"));
        String tag = poll("").header("ETag");

        try (var lock = LedgerDatabase.lock("orders")) {
            assertThat(poll(tag).statusCode()).isEqualTo(304);
            lock.rollback();
        }
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void onlyAMessageThatConcernsTheListChangesItsTag() {
        fixture.record(fixture.submitted(1, LedgerFixture.T0, "12.5"));
        String tag = poll("").header("ETag");

        fixture.record(fixture.announced(7, "OTHER", LedgerFixture.T0));
        assertThat(poll(tag).statusCode()).isEqualTo(304);
        LedgerFixture elsewhere = new LedgerFixture();
        elsewhere.record(elsewhere.submitted(8, LedgerFixture.T0, "7"));
        assertThat(poll(tag).statusCode()).isEqualTo(304);

        fixture.record(fixture.accepted(1, LedgerFixture.T0));
        assertThat(poll(tag).statusCode()).isEqualTo(200);
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void anotherQueryHasAnotherTag() {
        fixture.record(fixture.submitted(1, LedgerFixture.T0, "12.5"));
        String tag = poll("").header("ETag");

        assertThat(given().header("If-None-Match", tag)
                        .queryParam("environment", fixture.environment.value())
                        .queryParam("limit", 3)
                        .get(ORDERS)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPollWithoutATokenIsRefusedWhateverItHas() {
        assertThat(nobody().header("If-None-Match", "*").get(ORDERS).statusCode())
                .isEqualTo(401);
        assertThat(nobody().queryParam("colour", "red").get(ORDERS).statusCode())
                .isEqualTo(401);
        assertThat(nobody().queryParam("environment", "nowhere")
                        .get("/api/ledger/v1/latencies")
                        .statusCode())
                .isEqualTo(401);
    }

    /** Users of tests have no scheme that a 401 could name. */
    private static RequestSpecification nobody() {
        return given().noFiltersOfType(DescribedAnswersFilter.class);
    }

    private Response poll(String known) {
        return given().header("If-None-Match", known)
                .queryParam("environment", fixture.environment.value())
                .get(ORDERS);
    }
}
