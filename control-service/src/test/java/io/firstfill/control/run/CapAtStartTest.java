package io.firstfill.control.run;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.command.StartRun;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that the answer to a start says which cap is used up already, so that nobody waits for buys that never come.
 */
@QuarkusTest
@WithTestResource(ControlResource.class)
class CapAtStartTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void aStartAboveACapSaysWhichCap() {
        // Given risk, whose trades of the last hour are used up
        services.respondTo(StartRun.class, AnswerMessages::startedAboveCap);

        // When a run is started, then its answer names the cap, its numbers and its end, and so does the run
        String run = start().statusCode(201)
                .body("caps.cap", contains("TRADES_PER_HOUR"))
                .body("caps[0].used", equalTo("10"))
                .body("caps[0].limit", equalTo("10"))
                .body("caps[0].until", equalTo("2026-11-28T12:00:00Z"))
                .extract()
                .path("runId");
        Api.viewer().get("/runs/" + run).then().body("caps.cap", contains("TRADES_PER_HOUR"));
    }

    @Test
    void aStartBelowItsCapsSaysThatNoneIsReached() {
        services.respondTo(StartRun.class, AnswerMessages::started);

        start().statusCode(201).body("caps", empty());
    }

    @Test
    void withoutRiskAStartIsAnsweredWithoutAWordAboutCaps() {
        services.respondTo(
                StartRun.class, it -> List.of(AnswerMessages.started(it).getFirst()));

        start().statusCode(201).body("caps", nullValue());
    }

    private static ValidatableResponse start() {
        return Api.operator()
                .body(Map.of("environment", "past", "configurationId", PriorMessages.CONFIGURATION.toString()))
                .post("/runs")
                .then();
    }
}
