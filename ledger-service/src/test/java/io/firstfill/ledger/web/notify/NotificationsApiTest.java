package io.firstfill.ledger.web.notify;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.firstfill.ledger.KafkaAndPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import org.junit.jupiter.api.Test;

/** The targets are shown without a secret, and a test whose secret is missing is a problem that says so. */
@QuarkusTest
@KafkaAndPostgres
class NotificationsApiTest {
    private static final String PATH = "/api/ledger/v1/notifications";

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void everybodyWhoReadsSeesTheTargetsAndNoSecret() {
        given().get(PATH + "/targets")
                .then()
                .statusCode(200)
                .body("targets.find { it.name == 'receiver' }.environment", equalTo("paper"))
                .body("targets.find { it.name == 'receiver' }.format", equalTo("GENERIC"))
                .body("targets.find { it.name == 'receiver' }.events", hasItem("BOUGHT"))
                .body(not(containsString("firstfill/paper")));
    }

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void whoOnlyReadsTestsNoTarget() {
        given().post(PATH + "/targets/receiver/test?environment=paper").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "olga", roles = "operator")
    void aTestThatIsNotDeliveredIsAProblemAndStaysInTheList() {
        given().post(PATH + "/targets/receiver/test?environment=paper")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("detail", containsString("its secret cannot be read"));

        given().get(PATH + "?environment=paper&status=FAILED")
                .then()
                .statusCode(200)
                .body("items[0].event", equalTo("TEST"))
                .body("items[0].target", equalTo("receiver"))
                .body("items[0].attempts", equalTo(1))
                .body("items[0].failure", containsString("its secret cannot be read"));
    }

    @Test
    @TestSecurity(user = "olga", roles = "operator")
    void aTargetThatDoesNotExistIsNotFoundAndNoEnvironmentIsRefused() {
        given().post(PATH + "/targets/nobody/test?environment=paper").then().statusCode(404);
        given().post(PATH + "/targets/receiver/test?environment=elsewhere")
                .then()
                .statusCode(404);
        given().post(PATH + "/targets/receiver/test").then().statusCode(400);
    }
}
