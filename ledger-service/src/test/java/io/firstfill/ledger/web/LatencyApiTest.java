package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;

import io.firstfill.contract.Message;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.Timelines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** SC-002: the API computes how long each hop takes from the recorded orders. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class LatencyApiTest {
    private static final String LATENCIES = "/api/ledger/v1/latencies";
    private static final int ORDERS = 20;
    private static final Instant T0 = LedgerFixture.T0;

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void percentilesOfEachHopAreMeasuredValues() {
        twentySurprisesAndAScheduledOne();

        inEnvironment()
                .queryParam("kind", "surprise")
                .get(LATENCIES)
                .then()
                .statusCode(200)
                .body("items.kind", everyItem(equalTo("surprise")))
                .body("items.hop", hasItems("detected_signaled", "consumed_signed", "filled_recorded"))
                .body(of("written_answered", "count"), equalTo(ORDERS))
                .body(of("written_answered", "p50Micros"), equalTo(10_000))
                .body(of("written_answered", "p95Micros"), equalTo(19_000))
                .body(of("written_answered", "p99Micros"), equalTo(20_000))
                .body(of("written_answered", "maxMicros"), equalTo(20_000));
    }

    @Test
    void kindsAreNeverMixedAndTimeNarrows() {
        twentySurprisesAndAScheduledOne();

        inEnvironment()
                .queryParam("from", T0.plusSeconds(100).toString())
                .get(LATENCIES)
                .then()
                .statusCode(200)
                .body("items.kind", everyItem(equalTo("scheduled")))
                .body("items.hop[0]", equalTo("detected_signaled"))
                .body(of("opening_written", "p50Micros"), equalTo(-200));
        inEnvironment().queryParam("to", T0.toString()).get(LATENCIES).then().body("items.size()", equalTo(0));
    }

    @Test
    void latenciesOfARunAreThoseOfItsOrdersOnly() {
        twentySurprisesAndAScheduledOne();

        inEnvironment()
                .queryParam("runId", fixture.run.toString())
                .queryParam("kind", "surprise")
                .get(LATENCIES)
                .then()
                .statusCode(200)
                .body(of("written_answered", "count"), equalTo(ORDERS));
        inEnvironment()
                .queryParam("runId", UUID.randomUUID().toString())
                .get(LATENCIES)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void anUnchangedAnswerHasNoBody() {
        fixture.record(fixture.accepted(1, T0));
        String tag =
                inEnvironment().get(LATENCIES).then().statusCode(200).extract().header("ETag");

        inEnvironment().header("If-None-Match", tag).get(LATENCIES).then().statusCode(304);
    }

    @Test
    void unreadableParametersAreRejectedByName() {
        assertRejected(given(), "environment");
        assertRejected(given().queryParam("environment", "paper").queryParam("kind", "SCHEDULED"), "kind");
        assertRejected(given().queryParam("environment", "paper").queryParam("from", "yesterday"), "from");
        assertRejected(given().queryParam("environment", "paper").queryParam("to", "tomorrow"), "to");
        assertRejected(given().queryParam("environment", "paper").queryParam("limit", "5"), "limit");
    }

    @Test
    @TestSecurity(user = "eve", roles = "visitor")
    void aTokenWithoutAFirstfillRoleReadsNoLatencies() {
        inEnvironment().get(LATENCIES).then().statusCode(403);
    }

    @Test
    void latenciesAreInTheOpenApiDocument() {
        given().get("/api/ledger/v1/openapi")
                .then()
                .statusCode(200)
                .body(containsString("/latencies"))
                .body(containsString("p99Micros"))
                .body(containsString("hopMicros"));
    }

    @Test
    void theLastHopsAreInTheMetricFamilyOfTheOthers() {
        fixture.record(fixture.filled(1, T0, "3", "12", "4"));

        given().get("/q/metrics")
                .then()
                .body(containsString("firstfill_order_hop_seconds_bucket{hop=\"filled_recorded\",kind=\"scheduled\""));
    }

    private void twentySurprisesAndAScheduledOne() {
        Message[] fills = new Message[ORDERS + 1];
        for (int i = 0; i < ORDERS; i++) {
            Instant at = T0.plusSeconds(i);
            fills[i] = fixture.filled(i, at, "3", "12", "4", Timelines.surprise(at, Duration.ofMillis(i + 1L)));
        }
        Instant opening = T0.plusSeconds(100);
        fills[ORDERS] = fixture.filled(ORDERS, opening, "3", "12", "4", Timelines.scheduled(opening));
        fixture.record(fills);
    }

    private static String of(String hop, String field) {
        return "items.find { it.hop == '" + hop + "' }." + field;
    }

    private RequestSpecification inEnvironment() {
        return given().queryParam("environment", fixture.environment.value());
    }

    private static void assertRejected(RequestSpecification request, String field) {
        request.get(LATENCIES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
    }
}
