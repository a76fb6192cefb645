package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.record.Recorded;
import io.firstfill.ledger.LedgerStack;
import io.firstfill.ledger.Scene;
import io.firstfill.ledger.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** FR-006 and US3: what dashboards and programs read. */
@QuarkusTest
@LedgerStack
class ReadApiTest {
    private static final String API = "/api/ledger/v1/";

    private final Scene scene = new Scene();

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void pagesFollowEachOtherFromTheLatestWithoutGapOrRepetition() {
        record(
                scene.announced(1, "A", Scene.T0),
                scene.announced(2, "B", Scene.T0.plusSeconds(1)),
                scene.announced(3, "C", Scene.T0.plusSeconds(1)),
                scene.announced(4, "D", Scene.T0.plusSeconds(2)),
                scene.announced(5, "E", Scene.T0.plusSeconds(3)));

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = here().queryParam("limit", 2);
            if (cursor != null) {
                page.queryParam("cursor", cursor);
            }
            JsonPath body = page.get(API + "listings").jsonPath();
            seen.addAll(body.getList("items.pair"));
            cursor = body.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrder("A/USDT", "B/USDT", "C/USDT", "D/USDT", "E/USDT");
        assertThat(seen).startsWith("E/USDT", "D/USDT").endsWith("A/USDT");
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void filtersNarrowByTimeStatusRunAndPair() {
        record(
                scene.submitted(1, Scene.T0, "12.5"),
                scene.filled(1, Scene.T0, "3", "12.5", "4.16"),
                scene.submitted(2, Scene.T0.plusSeconds(10), "7"));

        here().get(API + "orders").then().statusCode(200).body("items.quoteAmount", contains("7", "12.5"));
        here().queryParam("status", "FILLED").get(API + "orders").then().body("items.size()", equalTo(1));
        here().queryParam("from", "2026-11-22T12:00:10.000001Z")
                .get(API + "orders")
                .then()
                .body("items.quoteAmount", contains("7"));
        here().queryParam("to", "2026-11-22T13:00:10.000001+01:00")
                .get(API + "orders")
                .then()
                .body("items.quoteAmount", contains("12.5"));
        here().queryParam("runId", scene.run.toString())
                .queryParam("pair", "NEWT/USDT")
                .get(API + "trades")
                .then()
                .body("items.filledAmount", contains("12.5"))
                .body("items[0].detectionToSubmittedMicros", equalTo(1500))
                .body("items[0].timeline.detectedAt", equalTo("2026-11-22T12:00:00.000001Z"));
        here().queryParam("status", "USED").get(API + "permits").then().body("items.size()", equalTo(2));
        given().get(API + "orders/" + scene.order(2)).then().statusCode(200).body("status", equalTo("SUBMITTED"));
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void anUnchangedListIsAnsweredWithoutItsBody() {
        record(scene.submitted(1, Scene.T0, "12.5"));
        String tag = here().get(API + "orders").then().statusCode(200).extract().header("ETag");

        here().header("If-None-Match", tag)
                .get(API + "orders")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        record(scene.submitted(2, Scene.T0, "7"));
        here().header("If-None-Match", tag).get(API + "orders").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void whatIsNotUnderstoodIsRefusedByName() {
        refused("orders?limit=0", "limit");
        refused("orders?limit=501", "limit");
        refused("orders?status=filled", "status");
        refused("orders?from=yesterday", "from");
        refused("orders?runId=7", "runId");
        refused("orders?pair=NEWTUSDT", "pair");
        refused("orders?cursor=next", "cursor");
        refused("orders?colour=red", "colour");
        refused("configurations?status=OPEN", "status");
        refused("alerts?pair=NEWT/USDT", "pair");
        refused("journal", "environment");
        refused("journal?environment=paper&after=-1", "after");
        refused("audit/verification?environment=PAPER!", "environment");
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void theJournalIsReadOnwardsFromAPositionAndProved() {
        record(scene.submitted(1, Scene.T0, "12.5"), scene.accepted(1, Scene.T0), scene.announced(1, "A", Scene.T0));

        here().queryParam("after", 1)
                .queryParam("limit", 1)
                .get(API + "journal")
                .then()
                .statusCode(200)
                .body("items.position", contains(2))
                .body("items[0].message.meta.id", notNullValue())
                .body("nextCursor", equalTo("2"));
        here().get(API + "audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("records", equalTo(3))
                .body("brokenAt", nullValue());
    }

    @Test
    @TestSecurity(user = "rita", roles = "risk")
    void runsAndConfigurationVersionsAreFoundByTheirIds() {
        Wire.send(scene.save(0, "first fill"), scene.startInTime(scene.run));
        Wire.heard(Topics.RECORDED, scene.environment, Recorded.class, 4);

        given().get(API + "runs/" + scene.run)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("configuration.version", equalTo(1))
                .body("snapshot.quoteAmount", equalTo("12.5"));
        given().get(API + "configurations/" + scene.configuration + "/versions/1")
                .then()
                .statusCode(200)
                .body("content.caps.spend", equalTo("100"));
        here().get(API + "configurations").then().body("items.name", contains("first fill"));
        problem(given(), API + "configurations/" + scene.configuration + "/versions/2", 404);
        problem(given(), API + "runs/no-such-run", 404);
    }

    @Test
    void withoutATokenNothingIsReadButHealth() {
        problem(given(), API + "runs", 401);
        given().get("/q/metrics").then().statusCode(401);
        given().get(API + "openapi").then().statusCode(401);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "eve", roles = "visitor")
    void aTokenWithoutARoleOfOursReadsNothing() {
        problem(given(), API + "orders", 403);
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void unknownPathsAndMethodsAreProblemsToo() {
        problem(given(), API + "nothing", 404);
        given().post(API + "orders").then().statusCode(405).contentType("application/problem+json");
        given().get(API + "openapi").then().statusCode(200).body(containsString("openingToWrittenMicros"));
        given().get("/q/metrics").then().statusCode(200).body(containsString("firstfill_ledger_journal_records_total"));
    }

    private RequestSpecification here() {
        return given().queryParam("environment", scene.environment.value());
    }

    private static void refused(String path, String field) {
        given().get(API + path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
    }

    private static void problem(RequestSpecification request, String path, int status) {
        request.get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    private void record(Message... messages) {
        int before =
                Wire.all(Topics.RECORDED, scene.environment, Recorded.class).size();
        Wire.send(messages);
        Objects.requireNonNull(
                Wire.heard(Topics.RECORDED, scene.environment, Recorded.class, before + messages.length));
    }
}
