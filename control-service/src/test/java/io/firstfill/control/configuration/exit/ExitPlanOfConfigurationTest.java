package io.firstfill.control.configuration.exit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Proves that a configuration is read with its exit plan. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ExitPlanOfConfigurationTest {
    @Test
    void aConfigurationKeepsItsExitPlanAndNamesItsWrongFields() {
        String body = """
                {"environment":"paper","name":"with a plan","quoteAmount":"10","symbols":{"quoteAssets":["USDT"]},
                 "caps":{"tradesPerHour":10,"spend":"100","concurrentListings":3},"exitPlan":%s}""";

        Api.viewer()
                .body(body.formatted("{\"takeProfits\":[{\"above\":\"0.5\",\"share\":\"0.5\"}]}"))
                .post("/configurations/validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("configuration.exitPlan.takeProfits[0].above", equalTo("0.5"))
                .body("configuration.exitPlan.atStop", equalTo("KEEP_EXITS"));
        Api.viewer()
                .body(body.formatted("{\"takeProfits\":[{\"above\":\"0.5\",\"share\":\"5\"}]}"))
                .post("/configurations/validate")
                .then()
                .body("violations.field", hasItems("exitPlan.takeProfits[0].share"));
    }
}
