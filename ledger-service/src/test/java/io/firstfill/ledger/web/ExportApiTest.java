package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.export.ExportCheck;
import io.firstfill.ledger.export.ExportVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exports hold what the lists hold, in their order, and end with a manifest. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ExportApiTest {
    private static final String EXPORTS = "/api/ledger/v1/exports/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void anExportHoldsEveryItemOfTheListInItsOrder() throws IOException {
        recordFills(620);

        for (String list : List.of("orders", "trades")) {
            String file = export(list + ".jsonl");

            assertThat(verified(file).rows()).isEqualTo(620);
            JsonNode first = JSON.readTree(file.lines().findFirst().orElseThrow());
            JsonNode listed = JSON.readTree(given().queryParam("environment", fixture.environment.value())
                            .queryParam("limit", "1")
                            .get("/api/ledger/v1/" + list)
                            .asString())
                    .at("/items/0");
            listed.fieldNames()
                    .forEachRemaining(name -> assertThat(first.path(name)).isEqualTo(listed.path(name)));
        }
        assertThat(verified(export("orders.csv")).rows()).isEqualTo(620);
    }

    @Test
    void filtersAreThoseOfTheListAndAreInTheManifest() throws IOException {
        recordFills(3);
        fixture.record(fixture.submitted(9, LedgerFixture.T0.plusSeconds(900), "1"));

        String filled = export("orders.jsonl?status=FILLED&from=" + LedgerFixture.T0.plusSeconds(2));

        ExportCheck check = verified(filled);
        assertThat(check.rows()).isEqualTo(2);
        assertThat(check.manifest()).isNotNull();
        assertThat(check.manifest().at("/filters/status").asText()).isEqualTo("FILLED");
        assertThat(check.manifest().at("/filters/environment").asText()).isEqualTo(fixture.environment.value());
    }

    @Test
    void decimalsLeaveAsTheyWereSent() throws IOException {
        fixture.record(fixture.filled(1, LedgerFixture.T0, "12345678901234567890.12345678901234567891", "12", "0.5"));

        assertThat(export("trades.csv")).contains(",12345678901234567890.12345678901234567891,12,0.5,");
        assertThat(export("trades.jsonl")).contains("\"filledQuantity\":\"12345678901234567890.12345678901234567891\"");
    }

    @Test
    void theJournalIsExportedWithItsChainAndItsHead() throws IOException {
        recordFills(120);

        for (String format : List.of("csv", "jsonl")) {
            ExportCheck whole = verified(export("journal." + format));
            ExportCheck part = verified(export("journal." + format + "?after=10&upTo=70"));

            assertThat(whole.rows()).isEqualTo(120);
            assertThat(part.rows()).isEqualTo(60);
        }
        long head = LedgerDatabase.count("journal_head", fixture.environment, "position = 120");
        assertThat(head).isEqualTo(1);
    }

    @Test
    void anExportOfNothingIsAManifest() throws IOException {
        assertThat(verified(export("positions.csv")).rows()).isZero();
        assertThat(verified(export("positions.jsonl")).rows()).isZero();
    }

    @Test
    void aWrongParameterIsNamedAndPagesAreRefused() {
        given().get(EXPORTS + "orders.csv?limit=5")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("limit"));
        given().get(EXPORTS + "orders.csv?status=BOUGHT").then().statusCode(400);
        given().get(EXPORTS + "journal.csv").then().statusCode(400).body("violations.field", contains("environment"));
        given().get(EXPORTS + "journal.csv?environment=paper&after=x").then().statusCode(400);
        given().get(EXPORTS + "journal.csv?environment=a").then().statusCode(404);
        given().get(EXPORTS + "secrets.csv").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "eve", roles = "visitor")
    void aTokenWithoutAFirstfillRoleExportsNothing() {
        given().get(EXPORTS + "orders.csv").then().statusCode(403);
        given().get(EXPORTS + "journal.csv?environment=a").then().statusCode(403);
    }

    private String export(String path) {
        return given().queryParam("environment", fixture.environment.value())
                .get(EXPORTS + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ExportCheck verified(String file) throws IOException {
        ExportCheck check = ExportVerifier.verify(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(check.finding())
                .as(file.substring(0, Math.min(300, file.length())))
                .isNull();
        return check;
    }

    private void recordFills(int count) {
        fixture.record(IntStream.rangeClosed(1, count)
                .mapToObj(number -> fixture.filled(number, LedgerFixture.T0.plusSeconds(number), "3", "12.5", "4"))
                .toArray(Message[]::new));
    }
}
