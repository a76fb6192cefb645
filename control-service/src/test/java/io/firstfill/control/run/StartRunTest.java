package io.firstfill.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves US1: a start is acknowledged in time, linked to its configuration version, or refused with the reason. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class StartRunTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void aStartedRunIsAnsweredWithItsLocation() {
        // Given a ledger that starts runs
        ConfigurationId configuration = configured("paper");
        services.respondTo(StartRun.class, AnswerMessages::started);

        // When an operator starts one
        String run = start(Api.operator(), "paper", configuration)
                .statusCode(201)
                .header("Location", containsString(Api.ROOT + "/runs/"))
                .body("state", equalTo("ACTIVE"))
                .body("configuration.version", equalTo(1))
                .body("startedBy", equalTo("olivia"))
                .extract()
                .path("runId");

        // Then the run can be read, and the command carries its actor and its deadline
        Api.viewer().get("/runs/" + run).then().statusCode(200).body("runId", equalTo(run));
        StartRun command = services.publishedCommands(StartRun.class).getFirst();
        assertThat(command.issuedBy()).isEqualTo(PriorMessages.OLIVIA);
        assertThat(command.runId()).isEqualTo(RunId.derivedFrom(command.meta().id()));
        assertThat(Duration.between(command.meta().occurredAt(), command.deadline()))
                .isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aSecondRunIsRefusedAndTheActiveOneNamed() {
        // Given a ledger with an active run
        ConfigurationId configuration = configured("paper");
        RunId active = RunId.derivedFrom("active");
        services.respondTo(StartRun.class, it -> AnswerMessages.otherRunActive(it, active));

        // When another is started, then the answer names the active one
        start(Api.operator(), "paper", configuration)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith(":run-active"))
                .body("activeRunId", equalTo(active.toString()));
    }

    @Test
    void aLedgerThatDoesNotAnswerMeans503AtTheDeadline() {
        // Given no ledger
        ConfigurationId configuration = configured("paper");
        Instant before = Instant.now();

        // When a run is started
        start(Api.operator(), "paper", configuration)
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith(":no-answer"));

        // Then the caller waited for the command's deadline, not for ever (SC-001)
        assertThat(Duration.between(before, Instant.now())).isBetween(Duration.ofMillis(1400), Duration.ofSeconds(10));
        assertThat(services.publishedCommands(StartRun.class)).hasSize(1);
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndIsSentOnce() {
        // Given a run started under a key
        ConfigurationId configuration = configured("paper");
        services.respondTo(StartRun.class, AnswerMessages::started);
        String key = UUID.randomUUID().toString();
        String first = start(keyed(key), "paper", configuration)
                .statusCode(201)
                .extract()
                .path("runId");

        // When the request is repeated
        start(keyed(key), "paper", configuration).statusCode(201).body("runId", equalTo(first));

        // Then no second command was published, and the key is refused for any other body
        assertThat(services.publishedCommands(StartRun.class)).hasSize(1);
        start(keyed(key), "paper", configured("paper")).statusCode(422).contentType("application/problem+json");
    }

    @Test
    void aKeyFromBeforeARestartGetsItsAnswerFromTheTopics() {
        // Given a run started before control, and no service that answers now
        String request =
                "{\"environment\":\"past\",\"configurationId\":\"" + PriorMessages.CONFIGURATION + "\",\"version\":1}";

        // When its request is repeated
        keyed(PriorMessages.START_KEY)
                .body(request)
                .post("/runs")
                .then()
                .statusCode(201)
                .body("runId", equalTo(PriorMessages.RUN.toString()));

        // Then nothing was sent
        assertThat(services.publishedCommands(StartRun.class)).isEmpty();
    }

    @Test
    void aClosedGateNamesEveryFailingItemWithItsRemedy() {
        // Given an environment without any message
        ConfigurationId configuration = configured("bare");

        // When a run is started there
        start(Api.operator(), "bare", configuration)
                .statusCode(409)
                .body("type", endsWith(":gate-closed"))
                .body("items.name", contains("credential", "trading-state", "balance"))
                .body("items.remedy", everyItem(notNullValue()));

        // Then nothing was sent
        assertThat(services.publishedCommands(StartRun.class)).isEmpty();
    }

    @Test
    void aClockSkewAlertClosesTheGate() {
        // Given an open alert
        ConfigurationId configuration = configured("skewed");
        EnvironmentId skewed = EnvironmentId.of("skewed");
        services.publish(new AlertRaised(
                Meta.first(MessageId.derivedFrom("skew"), Instant.now()),
                skewed,
                AlertKind.CLOCK_SKEW,
                "trader",
                Severity.CRITICAL,
                "The clock is 3 s off",
                null));
        awaitStatus("skewed", "alerts.size()", 1);

        // When a run is started, then the clock is what fails
        start(Api.operator(), "skewed", configuration).statusCode(409).body("items.name", contains("clock"));
    }

    @Test
    void aConfigurationAboveACeilingLoweredSinceIsNotStarted() {
        // Given a stored configuration above today's ceilings
        ConfigurationId id = ConfigurationId.derivedFrom(UUID.randomUUID());
        services.publish(
                PriorMessages.saved(EnvironmentId.of("capped"), id, PriorMessages.configuration("big", "60", "100")));
        awaitKnown(id);

        // When it is started
        start(Api.operator(), "capped", id)
                .statusCode(409)
                .body("items.name", hasItems("configuration"))
                .body("items.remedy", hasItems(containsString("at most 50, the environment's ceiling")));
    }

    @Test
    void whatCannotBeStartedIsNamedByItsField() {
        start(Api.operator(), "paper", ConfigurationId.derivedFrom("nobody"))
                .statusCode(400)
                .body("violations.field", contains("configurationId"));
        start(Api.operator(), "elsewhere", ConfigurationId.derivedFrom("nobody"))
                .statusCode(400)
                .body("violations.field", contains("environment"));
        Api.operator().body("{}").post("/runs").then().statusCode(400).body("violations.size()", equalTo(2));
    }

    private ConfigurationId configured(String environment) {
        ConfigurationId id = ConfigurationId.derivedFrom(UUID.randomUUID());
        services.publish(PriorMessages.saved(
                EnvironmentId.of(environment), id, PriorMessages.configuration("some", "10", "100")));
        awaitKnown(id);
        return id;
    }

    private static void awaitKnown(ConfigurationId id) {
        Awaitility.await().until(() -> Api.viewer().get("/configurations/" + id).statusCode() == 200);
    }

    private static void awaitStatus(String environment, String path, Object value) {
        Awaitility.await()
                .until(() -> value.equals(
                        Api.viewer().get("/environments/" + environment).path(path)));
    }

    private static RequestSpecification keyed(String key) {
        return Api.operator().header("Idempotency-Key", key);
    }

    private static ValidatableResponse start(
            RequestSpecification caller, String environment, ConfigurationId configuration) {
        return caller.body(Map.of("environment", environment, "configurationId", configuration.toString()))
                .post("/runs")
                .then();
    }
}
