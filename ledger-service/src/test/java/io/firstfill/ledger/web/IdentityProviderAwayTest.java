package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.firstfill.ledger.KafkaAndPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Until the identity provider has started, a caller is told to come again, and not that the ledger is broken. */
@QuarkusTest
@KafkaAndPostgres
@TestProfile(IdentityProviderAwayTest.NoIdentityProvider.class)
class IdentityProviderAwayTest {
    /** A token of the right shape. Nobody can check its signature. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJ2ZXJhIn0.c2lnbmF0dXJl";

    /** A realm where nobody listens. */
    public static final class NoIdentityProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.tenant-enabled", "true",
                    "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/auth/realms/firstfill",
                    "quarkus.oidc.client-id", "firstfill-api",
                    "quarkus.oidc.connection-delay", "1S");
        }
    }

    @Test
    void aRequestWithATokenIsAnsweredWithAProblemAndWhenToComeAgain() {
        given().auth()
                .oauth2(TOKEN)
                .get("/api/ledger/v1/orders")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("detail", containsString("identity provider"))
                .body(not(containsString("127.0.0.1")));
    }

    @Test
    void theDescriptionOfTheApiIsRefusedInTheSameWay() {
        given().auth()
                .oauth2(TOKEN)
                .get("/api/ledger/v1/openapi")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("detail", containsString("identity provider"))
                .body(not(containsString("127.0.0.1")));
    }
}
