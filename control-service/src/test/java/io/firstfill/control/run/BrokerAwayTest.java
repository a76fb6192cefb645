package io.firstfill.control.run;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.control.Api;
import io.firstfill.control.BrokerGoesAway;
import io.firstfill.control.Past;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A command that could not be recorded is never said to be. */
@QuarkusTest
@WithTestResource(BrokerGoesAway.class)
class BrokerAwayTest {
    Runnable takeBrokerAway = () -> {};

    @Test
    void withoutABrokerStartAndStopAreRefusedInTimeAndNothingIsClaimed() {
        // Given a run, and then no broker
        Awaitility.await().until(() -> Api.viewer().get("/runs/" + Past.RUN).statusCode() == 200);
        takeBrokerAway.run();

        // When it is stopped and another is started, then neither is claimed
        Api.operator()
                .body("{\"reason\":\"enough\"}")
                .post("/runs/" + Past.RUN + "/stop")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", endsWith(":not-sent"));
        Api.operator()
                .body("{\"environment\":\"past\",\"configurationId\":\"" + Past.CONFIGURATION + "\"}")
                .post("/runs")
                .then()
                .statusCode(503);

        // And what is known is still told
        Api.viewer().get("/runs/" + Past.RUN).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }
}
