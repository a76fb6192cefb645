package io.firstfill.control.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that every request needs a token of the realm with the endpoint's role, and that refusals are problem
 * documents.
 */
@QuarkusTest
@WithTestResource(ControlResource.class)
class AccessTest {
    private static final String RUN = "/runs/00000000-0000-0000-0000-000000000001";
    private static final String CONFIGURATION = "/configurations/00000000-0000-0000-0000-000000000001";

    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs",
                RUN,
                "/configurations",
                CONFIGURATION + "/versions",
                CONFIGURATION + "/versions/1",
                CONFIGURATION + "/compare",
                "/environments",
                "/environments/paper",
                "/readiness"
            })
    void nothingIsReadWithoutAToken(String path) {
        problem(Api.anonymous().get(path), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs",
                RUN + "/stop",
                "/configurations",
                CONFIGURATION + "/archive",
                CONFIGURATION + "/unarchive",
                "/environments/paper/credential/validate"
            })
    void aViewerCommandsNothing(String path) {
        problem(Api.viewer().body("{}").post(path), 403);
        assertThat(services.publishedCommands(Command.class)).isEmpty();
    }

    @Test
    void onlyTheRiskRoleAppliesAConfiguration() {
        problem(Api.anonymous().body("{}").post(RUN + "/apply"), 401);
        problem(Api.viewer().body("{}").post(RUN + "/apply"), 403);
        problem(Api.operator().body("{}").post(RUN + "/apply"), 403);
        problem(Api.risk().body("{}").post(RUN + "/apply"), 400);
        assertThat(services.publishedCommands(Command.class)).isEmpty();
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        problem(Api.bearer(Api.token("olivia", "operator", "another-api")).get("/runs"), 401);
        problem(Api.bearer("not.a.token").get("/runs"), 401);
    }

    @Test
    void everyRefusalIsAProblem() {
        problem(Api.operator().get("/nothing"), 404);
        problem(Api.operator().get(RUN), 404);
        problem(Api.operator().get("/runs/not-an-id"), 404);
        problem(Api.operator().delete("/runs"), 405);
        problem(Api.operator().contentType(ContentType.TEXT).body("{}").post("/runs"), 415);
        problem(
                Api.operator()
                        .header("Idempotency-Key", " ".repeat(3) + "x".repeat(201))
                        .body(start())
                        .post("/runs"),
                400);
    }

    @Test
    void aTokenThatCannotBeCheckedYetIsNoErrorOfTheService() {
        String token = Api.token(UncheckedUser.NAME, "operator", "firstfill-api");

        Response response = Api.bearer(token).get("/environments");

        problem(response, 503);
        response.then().header("Retry-After", "1").body("detail", containsString("identity provider"));
    }

    @Test
    void onlyThePanelIsOpenTheDescriptionNeedsAToken() {
        problem(given().get(Api.ROOT + "/openapi"), 401);
        problem(given().auth().oauth2("garbage").get(Api.ROOT + "/openapi"), 401);
        Api.viewer()
                .basePath("")
                .get(Api.ROOT + "/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Firstfill control"))
                .body(containsString("/runs/{id}/stop"));
        given().get("/").then().statusCode(200).body(containsString("panel"));
        given().get("/assets/part-1a2b3c4d.js").then().statusCode(200);
    }

    @Test
    void metricsAreScrapedWithoutATokenAsInEveryService() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    @Test
    void theGuardOfTheQueriesToTheLedgerIsMeasured() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                        .containsPattern("ft_timeout_calls_total\\{[^}]*method=\"ledger\"")
                        .containsPattern("ft_bulkhead_calls_total\\{[^}]*method=\"ledger\"")
                        .containsPattern("ft_circuitbreaker_calls_total\\{[^}]*method=\"ledger\""));
    }

    @Test
    void aServiceAccountActsUnderItsClientAndAPersonUnderNoClient() {
        String validate = "/environments/bare/credential/validate";

        Api.bearer(Api.serviceAccount("night-watch", "operator"))
                .post(validate)
                .then()
                .statusCode(202);
        problem(Api.bearer(Api.withoutUserName("firstfill-panel", "operator")).post(validate), 403);

        assertThat(services.publishedCommands(ValidateCredential.class))
                .extracting(ValidateCredential::issuedBy)
                .containsExactly(Actor.of("night-watch"));
    }

    private static String start() {
        return "{\"environment\":\"paper\",\"configurationId\":\"00000000-0000-0000-0000-000000000001\"}";
    }

    private static void problem(Response response, int status) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }
}
