package io.firstfill.control.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.control.Answers;
import io.firstfill.control.Api;
import io.firstfill.control.ControlStack;
import io.firstfill.control.OtherServices;
import io.firstfill.control.Past;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** US1: stop is a safety function. Nobody plays the ledger in here: it must work without. */
@QuarkusTest
@WithTestResource(ControlStack.class)
class StopRunTest {
    @Inject
    OtherServices others;

    @BeforeEach
    void nobodyAnswers() {
        others.silent();
    }

    @Test
    void aConfirmedStopIsAnsweredAsStopped() {
        // Given a run and a trader
        RunId run = running();
        others.on(StopRun.class, Answers::stopped);

        // When it is stopped, then it is over, and everybody reads who did it and why
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
        others.on(StopRun.class, Answers::stopped);
        stop(run).statusCode(200);

        // When it is stopped again, then it is said to be stopped, and nothing is sent
        stop(run).statusCode(200).body("state", equalTo("STOPPED"));
        assertThat(others.received(StopRun.class)).hasSize(1);
    }

    @Test
    void aTraderThatStillSettlesOrdersMeansStopping() {
        // Given a trader with an order in flight
        RunId run = running();
        others.on(StopRun.class, Answers::stopping);

        // When the run is stopped, then it says so
        stop(run).statusCode(202).body("state", equalTo("STOPPING")).body("note", containsString("No further buy"));
    }

    @Test
    void withoutATraderTheStopIsRecordedAndSaysSo() {
        // Given a run and no trader
        RunId run = running();

        // When it is stopped, then the command is out but unconfirmed
        stop(run)
                .statusCode(202)
                .body("state", equalTo("STOP_REQUESTED"))
                .body("note", containsString("not yet confirmed by a trader"));

        // And a trader that comes later ends it
        others.publish(
                Answers.stopped(others.received(StopRun.class).getFirst()).getLast());
        Awaitility.await()
                .until(() -> "STOPPED".equals(Api.viewer().get("/runs/" + run).path("state")));
    }

    @Test
    void whoAsksForARunThatNeverWasLearnsThatAndAReasonIsNeeded() {
        RunId run = running();

        stop(RunId.derivedFrom("never")).statusCode(404).contentType("application/problem+json");
        Api.operator()
                .body("{\"reason\":\" \"}")
                .post("/runs/" + run + "/stop")
                .then()
                .statusCode(400)
                .body("violations.field", contains("reason"));
    }

    private RunId running() {
        RunId run = RunId.derivedFrom(UUID.randomUUID());
        others.publish(new RunStarted(
                Meta.first(MessageId.derivedFrom(run), Instant.now()),
                EnvironmentId.of("paper"),
                run,
                new ConfigurationRef(ConfigurationId.derivedFrom("any"), 1),
                Past.configuration("any", "10", "100"),
                Past.OLIVIA));
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
