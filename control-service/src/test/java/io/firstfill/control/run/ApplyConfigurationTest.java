package io.firstfill.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.reason.ApplyRejection;
import io.firstfill.contract.value.Actor;
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
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves how a version is applied to a running run, and how it is refused. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ApplyConfigurationTest {
    private static final EnvironmentId ENVIRONMENT = EnvironmentId.of("capped");

    @Inject
    RespondingServices services;

    private final ConfigurationId configuration = ConfigurationId.derivedFrom(UUID.randomUUID());
    private RunId run = RunId.derivedFrom(UUID.randomUUID());

    @BeforeEach
    void aRunOfVersionOneAndASecondVersion() {
        services.reset();
        save(1, configuration("first", "10"));
        save(2, configuration("second", "20"));
        run = RunId.derivedFrom(UUID.randomUUID());
        services.publish(new RunStarted(
                Meta.first(MessageId.derivedFrom(run), Instant.now()),
                ENVIRONMENT,
                run,
                new ConfigurationRef(configuration, 1),
                configuration("first", "10"),
                PriorMessages.OLIVIA));
        Awaitility.await().until(() -> Api.viewer().get("/runs/" + run).statusCode() == 200);
    }

    @Test
    void anAppliedVersionIsAnsweredWithOldAndNewValuesAndInForceForEveryReader() {
        services.respondTo(ApplyConfiguration.class, AnswerMessages::applied);

        apply(Api.risk(), 2)
                .statusCode(200)
                .body("version", equalTo(2))
                .body("previousVersion", equalTo(1))
                .body("changes.path", containsInAnyOrder("name", "quoteAmount"))
                .body("changes.find { it.path == 'quoteAmount' }.from", equalTo("10"))
                .body("changes.find { it.path == 'quoteAmount' }.to", equalTo("20"))
                .body("run.configuration.version", equalTo(2));

        ApplyConfiguration command =
                services.publishedCommands(ApplyConfiguration.class).getFirst();
        assertThat(command.issuedBy()).isEqualTo(Actor.of("rita"));
        assertThat(command.reason()).isEqualTo("thin book");
        Api.viewer()
                .get("/runs/" + run)
                .then()
                .body("configuration.version", equalTo(2))
                .body("snapshot.quoteAmount", equalTo("20"));
    }

    @Test
    void whatTheLedgerRefusesNamesTheReason() {
        answer(ApplyRejection.FIXED_FIELD, "probeWindow");
        apply(Api.risk(), 2)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith(":fixed-field"))
                .body("violations.field", contains("probeWindow"));

        answer(ApplyRejection.RUN_NOT_ACTIVE, "stopped");
        apply(Api.risk(), 2).statusCode(409).body("type", endsWith(":run-not-active"));

        answer(ApplyRejection.UNKNOWN_CONFIGURATION, "archived");
        apply(Api.risk(), 2).statusCode(422).body("violations.field", contains("version"));

        answer(ApplyRejection.OTHER_CONFIGURATION, "the run uses another");
        apply(Api.risk(), 2).statusCode(422).body("type", endsWith(":other-configuration"));
    }

    @Test
    void whatCannotBeAppliedIsRefusedWithoutTheLedger() {
        apply(Api.risk(), 3).statusCode(422).body("violations.field", contains("version"));
        save(3, configuration("above the ceiling", "51"));
        apply(Api.risk(), 3)
                .statusCode(422)
                .body("type", endsWith(":invalid-version"))
                .body("violations.field", contains("quoteAmount"));
        Api.risk()
                .body(body(2))
                .post("/runs/" + UUID.randomUUID() + "/apply")
                .then()
                .statusCode(404);

        services.respondTo(StopRun.class, AnswerMessages::stopped);
        Api.operator().post("/runs/" + run + "/stop").then().statusCode(200);
        apply(Api.risk(), 2).statusCode(409).body("state", equalTo("STOPPED"));
        assertThat(services.publishedCommands(ApplyConfiguration.class)).isEmpty();
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswerAndAnotherRequestIsRefused() {
        services.respondTo(ApplyConfiguration.class, AnswerMessages::applied);
        String key = UUID.randomUUID().toString();
        String first = apply(Api.risk().header("Idempotency-Key", key), 2)
                .statusCode(200)
                .extract()
                .path("appliedAt");

        apply(Api.risk().header("Idempotency-Key", key), 2).statusCode(200).body("appliedAt", equalTo(first));

        assertThat(services.publishedCommands(ApplyConfiguration.class)).hasSize(1);
        apply(Api.risk().header("Idempotency-Key", key), 1)
                .statusCode(422)
                .body("type", endsWith(":idempotency-key-reused"));
    }

    @Test
    void withoutTheLedgerTheCommandExpiresWhenTheCallerIsTold() {
        apply(Api.risk(), 2).statusCode(503).body("type", endsWith(":no-answer"));

        ApplyConfiguration command =
                services.publishedCommands(ApplyConfiguration.class).getFirst();
        assertThat(command.deadline()).isEqualTo(command.meta().occurredAt().plusSeconds(1));
    }

    @Test
    void aRunThatUsesAnotherVersionThanTheCallerHasReadKeepsIt() {
        services.respondTo(ApplyConfiguration.class, AnswerMessages::applied);

        apply(Api.risk().header("If-Match", "\"2\""), 2).statusCode(412);
        apply(Api.risk().header("If-Match", "one"), 2).statusCode(400);
        assertThat(services.publishedCommands(ApplyConfiguration.class)).isEmpty();

        apply(Api.risk().header("If-Match", "\"1\""), 2).statusCode(200);
        assertThat(services.publishedCommands(ApplyConfiguration.class))
                .extracting(ApplyConfiguration::expectedVersion)
                .containsExactly(1);
        answer(ApplyRejection.VERSION_CONFLICT, "the run uses version 3");
        apply(Api.risk().header("If-Match", "\"2\""), 1).statusCode(412);
        answer(ApplyRejection.EXPIRED, "read late");
        apply(Api.risk(), 1).statusCode(503).body("type", endsWith(":no-answer"));
    }

    /** Within the ceilings of the environment, but for the amount. */
    private static Configuration configuration(String name, String quoteAmount) {
        Configuration any = PriorMessages.configuration(name, quoteAmount, "100");
        return new Configuration(
                name,
                any.quoteAmount(),
                any.symbols(),
                any.orderStyle(),
                any.recvWindow(),
                any.signalMaxAge(),
                any.latencyBudget(),
                any.probeWindow(),
                new Caps(5, any.caps().spend(), 3),
                any.safety());
    }

    private void answer(ApplyRejection reason, String detail) {
        services.respondTo(ApplyConfiguration.class, it -> AnswerMessages.notApplied(it, reason, detail));
    }

    private void save(int version, Configuration content) {
        services.publish(new ConfigurationSaved(
                Meta.first(MessageId.derivedFrom(configuration, version), Instant.now()),
                ENVIRONMENT,
                new ConfigurationRef(configuration, version),
                content,
                PriorMessages.OLIVIA));
        String path = "/configurations/" + configuration + "/versions/" + version;
        Awaitility.await().until(() -> Api.viewer().get(path).statusCode() == 200);
    }

    private ValidatableResponse apply(RequestSpecification request, int version) {
        return request.body(body(version)).post("/runs/" + run + "/apply").then();
    }

    private static String body(int version) {
        return "{\"version\":%d,\"reason\":\"thin book\"}".formatted(version);
    }
}
