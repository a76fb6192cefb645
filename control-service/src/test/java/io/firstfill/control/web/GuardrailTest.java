package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.Meta;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.reason.GuardrailsRejection;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves how guardrails are read and set, and by whom. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class GuardrailTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void guardrailsAreSetWhenRiskConfirmsThemAndReadWithTheirVersion() {
        services.respondTo(SetGuardrails.class, AnswerMessages::guardrailsChanged);

        Api.viewer()
                .get("/environments/halted/guardrails")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("version", equalTo(0))
                .body("guardrails.tradesPerHour", nullValue());
        put("halted", "\"0\"", "{\"tradesPerHour\":4,\"spendPerDay\":\"80.5\",\"reason\":\"odd fills\"}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("guardrails.spendPerDay", equalTo("80.5"))
                .body("changedBy", equalTo("rita"))
                .body("reason", equalTo("odd fills"));

        assertThat(services.publishedCommands(SetGuardrails.class))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.expectedVersion()).isZero();
                    assertThat(command.guardrails())
                            .isEqualTo(new Guardrails(4, null, Amount.of("80.5"), null, null, null, null));
                });
        Api.viewer()
                .header("If-None-Match", "W/\"1\"")
                .get("/environments/halted/guardrails")
                .then()
                .statusCode(304);
    }

    @Test
    void whatRiskRefusesNamesTheVersionInForce() {
        services.respondTo(
                SetGuardrails.class,
                it -> List.of(new GuardrailsRejected(
                        AnswerMessages.caused(it, "refused"),
                        it.environment(),
                        GuardrailsRejection.VERSION_CONFLICT,
                        7,
                        "expected 3")));

        put("paper", "\"3\"", "{\"reason\":\"x\"}").statusCode(412).body("detail", containsString("Version 7"));
    }

    @Test
    void withoutRiskTheGuardrailsAreRecordedAndReportedAsUnconfirmed() {
        put("bare", "\"0\"", "{\"openPositions\":3,\"reason\":\"x\"}")
                .statusCode(202)
                .body("note", containsString("not yet confirmed by risk"));
    }

    @Test
    void aLooserLimitThatRiskHasNotConfirmedExpiresAndATighterOneDoesNot() {
        services.respondTo(SetGuardrails.class, AnswerMessages::guardrailsChanged);
        put("loosened", "\"0\"", "{\"openPositions\":3,\"reason\":\"x\"}").statusCode(200);
        services.reset();

        put("loosened", "\"1\"", "{\"openPositions\":2,\"reason\":\"x\"}").statusCode(202);
        put("loosened", "\"1\"", "{\"openPositions\":4,\"reason\":\"x\"}")
                .statusCode(503)
                .body("type", endsWith(":no-answer"));
        put("loosened", "\"1\"", "{\"spendPerDay\":\"10\",\"reason\":\"x\"}").statusCode(503);

        assertThat(services.publishedCommands(SetGuardrails.class))
                .extracting(command -> command.deadline() != null)
                .containsExactly(false, true, true);
    }

    @Test
    void theEntityTagFollowsTheWarningsAndTheCeilingsAndAPreconditionTheVersionAlone() {
        services.respondTo(SetGuardrails.class, AnswerMessages::guardrailsChanged);
        String warned = put("warned", "\"0\"", "{\"spendPerDay\":\"50\",\"reason\":\"x\"}")
                .statusCode(200)
                .body("warnings", equalTo(List.of()))
                .extract()
                .header("ETag");
        assertThat(warned).isEqualTo("\"1\"");

        services.publish(usedUp("warned"));
        Awaitility.await()
                .untilAsserted(() -> Api.viewer()
                        .header("If-None-Match", warned)
                        .get("/environments/warned/guardrails")
                        .then()
                        .statusCode(200)
                        .body("warnings.field", contains("spendPerDay")));

        String tag = Api.viewer().get("/environments/warned/guardrails").header("ETag");
        assertThat(tag).startsWith("\"1-");
        put("warned", tag, "{\"spendPerDay\":\"40\",\"reason\":\"x\"}").statusCode(200);
        assertThat(Api.viewer().get("/environments/capped/guardrails").header("ETag"))
                .as("ceilings")
                .startsWith("\"0-");
    }

    private static CapsReported usedUp(String environment) {
        CapUse use = new CapUse(Cap.SPEND_PER_DAY, CapLevel.ENVIRONMENT, "50", "50", true, true, null);
        return new CapsReported(
                Meta.first(MessageId.derivedFrom(environment, "used up"), Instant.now()),
                EnvironmentId.of(environment),
                null,
                1,
                Guardrails.NONE,
                List.of(use));
    }

    @Test
    void everyWrongFieldIsNamedAtOnceWithItsRangeUnderTheCeilings() {
        put(
                        "capped",
                        "\"0\"",
                        "{\"tradesPerHour\":6,\"spendPerRun\":\"200.1\",\"spendPerDay\":\"0\",\"openPositions\":0,"
                                + "\"lossPerDay\":\"1e3\",\"consecutiveFailures\":1001,\"reason\":\"x\"}")
                .statusCode(400)
                .body(
                        "violations.field",
                        contains(
                                "tradesPerHour",
                                "spendPerRun",
                                "spendPerDay",
                                "openPositions",
                                "lossPerDay",
                                "consecutiveFailures"))
                .body("violations[0].message", equalTo("must be from 1 to 5"))
                .body("violations[1].message", equalTo("must be more than 0 and at most 200"))
                .body("violations[5].message", equalTo("must be from 1 to 1000"));
        assertThat(services.publishedCommands(SetGuardrails.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tradesPerHour\":1.5,\"reason\":\"x\"}",
                "{\"tradesPerHour\":\"10\",\"reason\":\"x\"}",
                "{\"tradesPerHour\":true,\"reason\":\"x\"}",
                "{\"tradesPerHour\":1,\"tradesPerHour\":2,\"reason\":\"x\"}",
                "{\"spendPerDay\":10,\"reason\":\"x\"}",
                "{\"tradesPerHours\":1,\"reason\":\"x\"}",
                "{\"reason\":\"x\"} trailing",
                "{\"tradesPerHour\":1}",
                "{\"tradesPerHour\":1,\"reason\":\"  \"}",
                "{\"tradesPerHour\":1,\"reason\":\"\\u0000\"}",
                "[]",
                ""
            })
    void aBodyIsReadWithoutGuessing(String body) {
        put("paper", "\"0\"", body).statusCode(400).contentType("application/problem+json");
        assertThat(services.publishedCommands(SetGuardrails.class)).isEmpty();
    }

    @Test
    void theVersionMustBeNamed() {
        Api.risk()
                .body("{\"reason\":\"x\"}")
                .put("/environments/paper/guardrails")
                .then()
                .statusCode(428);
        put("paper", "1", "{\"reason\":\"x\"}").statusCode(400);
        put("paper", "\"latest\"", "{\"reason\":\"x\"}").statusCode(412);
        put("elsewhere", "\"0\"", "{\"reason\":\"x\"}").statusCode(404);
    }

    @Test
    void onlyTheRiskRoleSetsGuardrailsAndResetsBreakers() {
        for (var caller : List.of(Api.viewer(), Api.operator())) {
            caller.header("If-Match", "\"0\"").body("{\"reason\":\"x\"}");
            caller.put("/environments/paper/guardrails").then().statusCode(403);
            caller.post("/environments/paper/breakers/LOSS_PER_DAY/reset")
                    .then()
                    .statusCode(403);
        }
        Api.anonymous().get("/environments/paper/guardrails").then().statusCode(401);
        Api.anonymous().get("/environments/paper/caps").then().statusCode(401);
    }

    @Test
    void aWarningNamesWhatCanNeverBuy() {
        services.respondTo(SetGuardrails.class, AnswerMessages::guardrailsChanged);

        put("past", "\"0\"", "{\"spendPerDay\":\"9.99\",\"reason\":\"x\"}")
                .statusCode(200)
                .body("warnings.field", hasItem("spendPerDay"))
                .body("warnings[0].message", containsString("which can never buy"));
        put("past", "\"1\"", "{\"spendPerDay\":\"999999999999999\",\"reason\":\"x\"}")
                .statusCode(200)
                .body("warnings", equalTo(List.of()));
    }

    private static ValidatableResponse put(String environment, String match, String body) {
        return Api.risk()
                .header("If-Match", match)
                .body(body)
                .put("/environments/" + environment + "/guardrails")
                .then();
    }
}
