package io.firstfill.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves US1: a stop is a safety function and works without the ledger, which no fixture replaces here. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class StopRunTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void aConfirmedStopIsAnsweredAsStopped() {
        // Given a run and a trader
        RunId run = running();
        services.respondTo(StopRun.class, AnswerMessages::stopped);

        // When it is stopped, then every reader sees who stopped it and why
        stop(run).statusCode(200).body("state", equalTo("STOPPED"));
        Api.viewer()
                .get("/runs/" + run)
                .then()
                .body("state", equalTo("STOPPED"))
                .body("stop.by", equalTo("olivia"))
                .body("stop.reason", equalTo("enough"));
    }

    @Test
    void stoppingAStoppedRunChangesNothing() {
        // Given a stopped run
        RunId run = running();
        services.respondTo(StopRun.class, AnswerMessages::stopped);
        stop(run).statusCode(200);

        // When it is stopped again, then the response is STOPPED, and nothing is published
        stop(run).statusCode(200).body("state", equalTo("STOPPED"));
        assertThat(services.publishedCommands(StopRun.class)).hasSize(1);
    }

    @Test
    void aTraderThatStillSettlesOrdersMeansStopping() {
        // Given a trader with an order in flight
        RunId run = running();
        services.respondTo(StopRun.class, AnswerMessages::stopping);

        // When the run is stopped, then the response is STOPPING
        stop(run).statusCode(202).body("state", equalTo("STOPPING")).body("note", containsString("No further buy"));
    }

    @Test
    void withoutATraderTheStopIsRecordedAndReportedAsUnconfirmed() {
        // Given a run and no trader
        RunId run = running();

        // When it is stopped, then the command is published but unconfirmed
        stop(run)
                .statusCode(202)
                .body("state", equalTo("STOP_REQUESTED"))
                .body("note", containsString("not yet confirmed by a trader"));

        // And a trader that starts later stops the run
        services.publish(
                AnswerMessages.stopped(services.publishedCommands(StopRun.class).getFirst())
                        .getLast());
        Awaitility.await()
                .until(() -> "STOPPED".equals(Api.viewer().get("/runs/" + run).path("state")));
    }

    @Test
    void aStopNeedsNoBodyAndNoReason() throws IOException, InterruptedException {
        services.respondTo(StopRun.class, AnswerMessages::stopped);

        Api.operator().post("/runs/" + running() + "/stop").then().statusCode(200);
        assertThat(stopWithoutContentType(running())).isEqualTo(200);
        Api.operator().body("{}").post("/runs/" + running() + "/stop").then().statusCode(200);
        stop(running()).statusCode(200);

        assertThat(services.publishedCommands(StopRun.class))
                .extracting(StopRun::reason)
                .containsExactly("No reason given", "No reason given", "No reason given", "enough");
    }

    @Test
    void anUnknownRunIsNotFoundAndABlankReasonIsRefused() {
        RunId run = running();

        stop(RunId.derivedFrom("never")).statusCode(404).contentType("application/problem+json");
        Api.operator()
                .body("{\"reason\":\" \"}")
                .post("/runs/" + run + "/stop")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reason"));
    }

    /** As programs send a request without a body. */
    private static int stopWithoutContentType(RunId run) throws IOException, InterruptedException {
        URI target = URI.create("http://127.0.0.1:" + RestAssured.port + Api.ROOT + "/runs/" + run + "/stop");
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Authorization", "Bearer " + Api.token("olivia", "operator", "firstfill-api"))
                .POST(BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private RunId running() {
        RunId run = RunId.derivedFrom(UUID.randomUUID());
        services.publish(new RunStarted(
                Meta.first(MessageId.derivedFrom(run), Instant.now()),
                EnvironmentId.of("paper"),
                run,
                new ConfigurationRef(ConfigurationId.derivedFrom("any"), 1),
                PriorMessages.configuration("any", "10", "100"),
                PriorMessages.OLIVIA));
        Awaitility.await().until(() -> Api.viewer().get("/runs/" + run).statusCode() == 200);
        return run;
    }

    private static ValidatableResponse stop(RunId run) {
        return Api.operator()
                .body("{\"reason\":\"enough\"}")
                .post("/runs/" + run + "/stop")
                .then();
    }
}
