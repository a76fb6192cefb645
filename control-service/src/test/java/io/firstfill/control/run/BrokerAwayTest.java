package io.firstfill.control.run;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.control.Api;
import io.firstfill.control.ClosableBrokerResource;
import io.firstfill.control.PriorMessages;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Proves that a command which the broker does not acknowledge is reported as not recorded. */
@QuarkusTest
@WithTestResource(ClosableBrokerResource.class)
class BrokerAwayTest {
    Runnable closeBroker = () -> {};

    @Test
    void withoutABrokerStartAndStopAreRefusedInTime() {
        // Given a run, and then no broker
        Awaitility.await()
                .until(() -> Api.viewer().get("/runs/" + PriorMessages.RUN).statusCode() == 200
                        && Boolean.TRUE.equals(
                                Api.viewer().get("/environments/past").path("ready")));
        closeBroker.run();

        // When it is stopped and another is started, then both are refused
        Api.operator()
                .body("{\"reason\":\"enough\"}")
                .post("/runs/" + PriorMessages.RUN + "/stop")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", endsWith(":not-sent"));
        Api.operator()
                .body("{\"environment\":\"past\",\"configurationId\":\"" + PriorMessages.CONFIGURATION + "\"}")
                .post("/runs")
                .then()
                .statusCode(503);

        // And a halt is never reported as recorded before the broker has it
        Api.risk()
                .body("{\"state\":\"HALTED\",\"reason\":\"enough\"}")
                .put("/environments/past/trading-state")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");

        // And the state of the run is still readable
        Api.viewer().get("/runs/" + PriorMessages.RUN).then().statusCode(200).body("state", equalTo("ACTIVE"));
    }
}
