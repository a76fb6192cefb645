package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.Meta;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.reason.GuardrailsRejection;
import io.firstfill.contract.value.Cap;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves what the use of caps shows, and how a circuit breaker is reset. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class CapsTest {
    private static final EnvironmentId CHECKED = EnvironmentId.of("checked");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void theUseOfCapsIsReadAsRiskReportedItAndUnchangedPollsAreCheap() {
        Api.viewer().get("/environments/skewed/caps").then().statusCode(200).body("caps", equalTo(List.of()));
        CapsReported report = report(EnvironmentId.of("skewed"), "caps", false);
        services.publish(report);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Api.viewer().get("/environments/skewed/caps").path("reportedAt") != null);

        ValidatableResponse read =
                Api.viewer().get("/environments/skewed/caps").then().statusCode(200);

        read.body("caps[0].cap", equalTo("CONSECUTIVE_FAILURES"))
                .body("caps[0].level", equalTo("ENVIRONMENT"))
                .body("caps[0].used", equalTo("2"))
                .body("caps[0].limit", equalTo("3"));
        Api.viewer()
                .header("If-None-Match", read.extract().header("ETag"))
                .get("/environments/skewed/caps")
                .then()
                .statusCode(304);
    }

    @Test
    void aTrippedBreakerIsResetOnceRiskHasClearedItAndARepeatGetsTheSameAnswer() {
        services.publish(report(CHECKED, "tripped", true));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Boolean.TRUE.equals(
                        Api.viewer().get("/environments/checked/caps").path("caps[0].reached")));
        services.respondTo(ResetBreaker.class, AnswerMessages::breakerReset);

        reset("checked", "CONSECUTIVE_FAILURES", "reset-1").statusCode(200);
        services.publish(report(CHECKED, "after", false));
        reset("checked", "CONSECUTIVE_FAILURES", "reset-1").statusCode(200);

        assertThat(services.publishedCommands(ResetBreaker.class)).hasSize(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> reset("checked", "CONSECUTIVE_FAILURES", "reset-2")
                                .extract()
                                .statusCode()
                        == 409);
    }

    @Test
    void aBreakerThatRiskHasResetMeanwhileIsAnsweredWithTheTruth() {
        services.publish(report(EnvironmentId.of("halted"), "tripped as far as control knows", true));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> Boolean.TRUE.equals(
                        Api.viewer().get("/environments/halted/caps").path("caps[0].reached")));
        services.respondTo(
                ResetBreaker.class,
                it -> List.of(new GuardrailsRejected(
                        AnswerMessages.caused(it, "refused"),
                        it.environment(),
                        GuardrailsRejection.NOT_TRIPPED,
                        1,
                        "CONSECUTIVE_FAILURES has not tripped")));

        reset("halted", "CONSECUTIVE_FAILURES", "second").statusCode(409);
        assertThat(services.publishedCommands(ResetBreaker.class).getFirst().deadline())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"SPEND, 404", "loss_per_day, 404", "LOSS_PER_DAY, 409"})
    void whatIsNoBreakerOrHasNotTrippedIsNotReset(String cap, int status) {
        reset("paper", cap, "key").statusCode(status);
        assertThat(services.publishedCommands(ResetBreaker.class)).isEmpty();
    }

    private static CapsReported report(EnvironmentId environment, String id, boolean tripped) {
        CapUse use = new CapUse(Cap.CONSECUTIVE_FAILURES, CapLevel.ENVIRONMENT, "2", "3", false, tripped, null);
        return new CapsReported(
                Meta.first(MessageId.derivedFrom(id), NOON), environment, null, 1, Guardrails.NONE, List.of(use));
    }

    private static ValidatableResponse reset(String environment, String cap, String key) {
        return Api.risk()
                .header("Idempotency-Key", key)
                .body("{\"reason\":\"looked at it\"}")
                .post("/environments/" + environment + "/breakers/" + cap + "/reset")
                .then();
    }
}
