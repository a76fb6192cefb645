package io.firstfill.ledger.web.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.testkit.openapi.ApiDescription;
import io.firstfill.testkit.openapi.DocumentRules;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

/** A client can be generated from the OpenAPI document, and the committed file of it is what the service serves. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ApiDescriptionTest {
    @Test
    void theDocumentSaysAllThatAGeneratedClientNeeds() {
        assertThat(DocumentRules.breaches(served())).isEmpty();
    }

    @Test
    void theCommittedFileIsWhatTheServiceServes() {
        served().assertCommittedAs("ledger");
    }

    private static ApiDescription served() {
        return ApiDescription.of(
                given().get("/api/ledger/v1/openapi?format=json").asString());
    }
}
