package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.firstfill.ledger.KafkaAndPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter that the database could not take is the caller's mistake, and is named as such. */
@QuarkusTest
@KafkaAndPostgres
class HostileParametersTest {
    private static final String API = "/api/ledger/v1/";

    @ParameterizedTest
    @TestSecurity(user = "vera", roles = "viewer")
    @ValueSource(
            strings = {
                "2026-11-22T12:00:00Z|a",
                "2026-11-22T12:00:00Z|not a client order id|",
                "2026-11-22T12:00:00Z|a\u0000b|x",
                "2026-11-22T12:00:00Z||",
                "2026-11-22T12:00:00Z|a|another query",
                "+999999999-01-01T00:00:00Z|a|",
                "-0044-03-15T00:00:00Z|a|"
            })
    void aCursorThatNoPageGaveIsRejected(String plain) {
        assertRejected("orders", "cursor", encoded(plain));
        assertRejected("permits", "cursor", encoded(plain));
    }

    @ParameterizedTest
    @TestSecurity(user = "vera", roles = "viewer")
    @ValueSource(strings = {"+999999999-01-01T00:00:00Z", "-0044-03-15T00:00:00Z", "0000-01-01T00:00:00Z"})
    void aTimeOutsideTheYearsOfTheDatabaseIsRejected(String time) {
        assertRejected("orders", "from", time);
        assertRejected("alerts", "to", time);
    }

    @ParameterizedTest
    @TestSecurity(user = "vera", roles = "viewer")
    @ValueSource(strings = {"orders/a%00b", "runs/a%00b", "runs/7", "configurations/a%00b/versions/1"})
    void aKeyThatNoItemCanHaveIsNotFound(String path) {
        given().urlEncodingEnabled(false)
                .get(API + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRejected(String list, String field, String value) {
        given().queryParam(field, value)
                .get(API + list)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
    }
}
