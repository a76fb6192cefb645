package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.value.Amount;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.testkit.openapi.DescribedAnswersFilter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * FR-006 and US3: dashboards and programs read lists in pages, with filters, entity tags, roles and problem details.
 */
@QuarkusTest
@KafkaAndPostgres
class ReadApiTest {
    private static final String API = "/api/ledger/v1/";

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void pagesFollowEachOtherFromTheLatestWithoutGapOrDuplicate() {
        fixture.record(
                fixture.announced(1, "A", LedgerFixture.T0),
                fixture.announced(2, "B", LedgerFixture.T0.plusSeconds(1)),
                fixture.announced(3, "C", LedgerFixture.T0.plusSeconds(1)),
                fixture.announced(4, "D", LedgerFixture.T0.plusSeconds(2)),
                fixture.announced(5, "E", LedgerFixture.T0.plusSeconds(3)));

        List<String> pairs = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = inEnvironment().queryParam("limit", 2);
            if (cursor != null) {
                page.queryParam("cursor", cursor);
            }
            JsonPath body = page.get(API + "listings").jsonPath();
            pairs.addAll(body.getList("items.pair"));
            cursor = body.getString("nextCursor");
        } while (cursor != null);

        assertThat(pairs).containsExactlyInAnyOrder("A/USDT", "B/USDT", "C/USDT", "D/USDT", "E/USDT");
        assertThat(pairs).startsWith("E/USDT", "D/USDT").endsWith("A/USDT");
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void filtersNarrowByTimeStatusRunAndPair() {
        fixture.record(
                fixture.submitted(1, LedgerFixture.T0, "12.5"),
                fixture.filled(1, LedgerFixture.T0, "3", "12.5", "4.16"),
                fixture.submitted(2, LedgerFixture.T0.plusSeconds(10), "7"));

        inEnvironment().get(API + "orders").then().statusCode(200).body("items.quoteAmount", contains("7", "12.5"));
        inEnvironment()
                .queryParam("status", "FILLED")
                .get(API + "orders")
                .then()
                .body("items.size()", equalTo(1));
        inEnvironment()
                .queryParam("from", "2026-11-22T12:00:10.000001Z")
                .get(API + "orders")
                .then()
                .body("items.quoteAmount", contains("7"));
        inEnvironment()
                .queryParam("to", "2026-11-22T13:00:10.000001+01:00")
                .get(API + "orders")
                .then()
                .body("items.quoteAmount", contains("12.5"));
        inEnvironment()
                .queryParam("runId", fixture.run.toString())
                .queryParam("pair", "NEWT/USDT")
                .get(API + "trades")
                .then()
                .body("items.filledAmount", contains("12.5"))
                .body("items[0].detectionToSubmittedMicros", equalTo(1500))
                .body("items[0].timeline.detectedAt", equalTo("2026-11-22T12:00:00.000001Z"));
        inEnvironment().queryParam("status", "USED").get(API + "permits").then().body("items.size()", equalTo(2));
        given().get(API + "orders/" + fixture.order(2)).then().statusCode(200).body("status", equalTo("SUBMITTED"));
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void anUnchangedListIsAnsweredWithoutItsBody() {
        fixture.record(fixture.submitted(1, LedgerFixture.T0, "12.5"));
        String tag = inEnvironment()
                .get(API + "orders")
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        inEnvironment()
                .header("If-None-Match", tag)
                .get(API + "orders")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        fixture.record(fixture.submitted(2, LedgerFixture.T0, "7"));
        inEnvironment().header("If-None-Match", tag).get(API + "orders").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void unreadableParametersAreRejectedByName() {
        assertRejected("orders?limit=0", "limit");
        assertRejected("orders?limit=501", "limit");
        assertRejected("orders?status=filled", "status");
        assertRejected("orders?from=yesterday", "from");
        assertRejected("orders?runId=7", "runId");
        assertRejected("orders?pair=NEWTUSDT", "pair");
        assertRejected("orders?cursor=next", "cursor");
        assertRejected("orders?colour=red", "colour");
        assertRejected("configurations?status=OPEN", "status");
        assertRejected("alerts?pair=NEWT/USDT", "pair");
        assertRejected("journal", "environment");
        assertRejected("journal?environment=paper&after=-1", "after");
        assertRejected("audit/verification?environment=PAPER!", "environment");
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void theJournalIsReadFromAPositionOnAndVerified() {
        fixture.record(
                fixture.submitted(1, LedgerFixture.T0, "12.5"),
                fixture.accepted(1, LedgerFixture.T0),
                fixture.announced(1, "A", LedgerFixture.T0));

        inEnvironment()
                .queryParam("after", 1)
                .queryParam("limit", 1)
                .get(API + "journal")
                .then()
                .statusCode(200)
                .body("items.position", contains(2))
                .body("items[0].message.meta.id", notNullValue())
                .body("nextCursor", equalTo("2"));
        inEnvironment()
                .get(API + "audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("records", equalTo(3))
                .body("brokenAt", nullValue());
    }

    @Test
    @TestSecurity(user = "rita", roles = "risk")
    void runsAndConfigurationVersionsAreFoundByTheirIds() {
        RecordsOnTopics.publish(fixture.save(0, "first fill"), fixture.startBeforeDeadline(fixture.run));
        RecordsOnTopics.await(fixture.environment, Recorded.class, 4);

        given().get(API + "runs/" + fixture.run)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("configuration.version", equalTo(1))
                .body("snapshot.quoteAmount", equalTo("12.5"));
        given().get(API + "configurations/" + fixture.configuration + "/versions/1")
                .then()
                .statusCode(200)
                .body("content.caps.spend", equalTo("100"));
        inEnvironment().get(API + "configurations").then().body("items.name", contains("first fill"));
        assertProblem(given(), API + "configurations/" + fixture.configuration + "/versions/2", 404);
        assertProblem(given(), API + "runs/no-such-run", 404);
    }

    @Test
    void withoutATokenOnlyHealthAndMetricsAreReadable() {
        // Users of tests have no scheme that a 401 could name.
        RequestSpecification nobody = given().noFiltersOfType(DescribedAnswersFilter.class);
        assertProblem(nobody, API + "runs", 401);
        assertProblem(nobody, API + "openapi", 401);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "eve", roles = "visitor")
    void aTokenWithoutAFirstfillRoleReadsNothing() {
        assertProblem(given(), API + "orders", 403);
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void unknownPathsAndMethodsAreProblemDetailsToo() {
        assertProblem(given(), API + "nothing", 404);
        given().post(API + "orders").then().statusCode(405).contentType("application/problem+json");
        given().get(API + "openapi").then().statusCode(200).body(containsString("openingToWrittenMicros"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("firstfill_ledger_journal_records_total"));
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void idsAndDecimalsAreStringsInTheOpenApiDocument() {
        given().queryParam("format", "JSON")
                .get(API + "openapi")
                .then()
                .statusCode(200)
                .body(schema(RunId.class) + ".type", equalTo("string"))
                .body(schema(RunId.class) + ".format", equalTo("uuid"))
                .body(schema(ClientOrderId.class) + ".type", equalTo("string"))
                .body(schema(Amount.class) + ".type", equalTo("string"));
    }

    private static String schema(Class<?> type) {
        return "components.schemas.'" + type.getSimpleName() + "'";
    }

    private RequestSpecification inEnvironment() {
        return given().queryParam("environment", fixture.environment.value());
    }

    private static void assertRejected(String path, String field) {
        given().get(API + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field))
                .body("violations.in", contains("query"))
                .body("instance", equalTo(URI.create(API + path).getPath()));
    }

    private static void assertProblem(RequestSpecification request, String path, int status) {
        request.get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
