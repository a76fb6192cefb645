package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cursor continues the query that gave it: with another list or other filters it would skip items without a word. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class CursorTest {
    private static final String API = "/api/ledger/v1/";

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void aCursorOfAnotherQueryIsRefusedByName() {
        threeOrders();
        String cursor =
                orders().queryParam("limit", 1).get(API + "orders").jsonPath().getString("nextCursor");

        orders().queryParam("cursor", cursor)
                .queryParam("limit", 2)
                .get(API + "orders")
                .then()
                .statusCode(200);
        Map.of(
                        "status", "SUBMITTED",
                        "kind", "scheduled",
                        "reason", "CLOCK",
                        "runId", fixture.run.toString(),
                        "pair", "NEWT/USDT",
                        "from", "2026-11-22T11:00:00Z",
                        "to", "2026-11-22T13:00:00Z")
                .forEach((name, value) ->
                        refused(orders().queryParam("cursor", cursor).queryParam(name, value), "orders"));
        refused(given().queryParam("cursor", cursor), "orders");
        refused(orders().queryParam("cursor", cursor), "trades");
    }

    @Test
    void severalStatusesArePagedTogetherInAnyOrderOfTheirNames() {
        threeOrders();
        fixture.record(fixture.filled(2, LedgerFixture.T0.plusSeconds(9), "3", "12.5", "4.16"));

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = orders().queryParam("limit", 1)
                    .queryParam("status", cursor == null ? "FILLED,SUBMITTED" : "SUBMITTED,FILLED");
            JsonPath body = (cursor == null ? page : page.queryParam("cursor", cursor))
                    .get(API + "orders")
                    .jsonPath();
            found.addAll(body.getList("items.status"));
            cursor = body.getString("nextCursor");
        } while (cursor != null);

        assertThat(found).containsExactly("SUBMITTED", "FILLED", "SUBMITTED");
    }

    private void threeOrders() {
        fixture.record(
                fixture.submitted(1, LedgerFixture.T0, "1"),
                fixture.submitted(2, LedgerFixture.T0.plusSeconds(1), "2"),
                fixture.submitted(3, LedgerFixture.T0.plusSeconds(2), "3"));
    }

    private RequestSpecification orders() {
        return given().queryParam("environment", fixture.environment.value());
    }

    private static void refused(RequestSpecification request, String list) {
        request.get(API + list).then().statusCode(400).body("violations.field", contains("cursor"));
    }
}
