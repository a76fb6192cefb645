package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves what an environment's status shows, who may change the trading state, and what the start-up gate reports. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class EnvironmentTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void anEnvironmentShowsWhatHappenedBeforeTheServiceStarted() {
        Api.viewer()
                .get("/environments/past")
                .then()
                .statusCode(200)
                .body("mode", equalTo("PAPER"))
                .body("tradingState.state", equalTo("ACTIVE"))
                .body("credential.status", equalTo("VALIDATED"))
                .body("balances.balances[0].asset", equalTo("USDT"))
                .body("balances.balances[0].free", equalTo("1000000"))
                .body("balances.balances[0].buys", equalTo(100000))
                .body("activeRun.startedBy", equalTo("olivia"))
                .body("ready", equalTo(true));
        Api.viewer()
                .get("/environments")
                .then()
                .body(
                        "environment",
                        contains(
                                "bare",
                                "capped",
                                "checked",
                                "halted",
                                "hostile",
                                "loosened",
                                "paper",
                                "past",
                                "skewed",
                                "warned"));
        Api.viewer().get("/environments/elsewhere").then().statusCode(404);
    }

    @Test
    void unknownIsNotActive() {
        Api.viewer()
                .get("/environments/bare")
                .then()
                .body("tradingState", nullValue())
                .body("credential.status", equalTo("UNKNOWN"))
                .body("ready", equalTo(false));
    }

    @Test
    void aTradingStateIsSetWhenRiskConfirmsIt() {
        // Given risk
        services.respondTo(
                SetTradingState.class,
                it -> List.of(new TradingStateChanged(
                        AnswerMessages.caused(it, "set"), it.environment(), it.state(), it.reason(), it.issuedBy())));

        // When the risk owner halts
        Api.risk()
                .body("{\"state\":\"HALTED\",\"reason\":\"odd fills\"}")
                .put("/environments/capped/trading-state")
                .then()
                .statusCode(200)
                .body("state", equalTo("HALTED"))
                .body("changedBy", equalTo("rita"));

        // Then every reader sees it
        Api.viewer()
                .get("/environments/capped")
                .then()
                .body("tradingState.reason", equalTo("odd fills"))
                .body("readiness.find { it.name == 'trading-state' }.remedy", containsString("HALTED"));
        Api.risk().body("{\"state\":\"ACTIVE\",\"reason\":\"fine\"}").put("/environments/capped/trading-state");
    }

    @Test
    void withoutRiskTheHaltIsRecordedAndReportedAsUnconfirmed() {
        Api.risk()
                .body("{\"state\":\"HALTED\",\"reason\":\"odd fills\"}")
                .put("/environments/bare/trading-state")
                .then()
                .statusCode(202)
                .body("note", containsString("not yet confirmed by risk"));

        assertThat(services.publishedCommands(SetTradingState.class))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.state()).isEqualTo(TradingState.HALTED);
                    assertThat(command.deadline()).isNull();
                });
    }

    @Test
    void withoutRiskActiveIsRefusedAndExpires() {
        Api.risk()
                .body("{\"state\":\"ACTIVE\",\"reason\":\"fine\"}")
                .put("/environments/bare/trading-state")
                .then()
                .statusCode(503)
                .body("detail", containsString("past the deadline it does not set ACTIVE"));

        assertThat(services.publishedCommands(SetTradingState.class))
                .singleElement()
                .satisfies(command -> assertThat(command.deadline())
                        .isEqualTo(command.meta().occurredAt().plusSeconds(1)));
    }

    @Test
    void onlyTheRiskOwnerSetsTheState() {
        Api.operator()
                .body("{\"state\":\"ACTIVE\",\"reason\":\"let me\"}")
                .put("/environments/paper/trading-state")
                .then()
                .statusCode(403);
        assertThat(services.publishedCommands(SetTradingState.class)).isEmpty();
    }

    @Test
    void aStateThatDoesNotExistNamesItsField() {
        Api.risk()
                .body("{\"state\":\"PAUSED\",\"reason\":\"x\"}")
                .put("/environments/paper/trading-state")
                .then()
                .statusCode(400)
                .body(containsString("state"));
    }

    @Test
    void aValidationReturnsTheExchangesRefusal() {
        services.respondTo(
                ValidateCredential.class,
                it -> List.of(new CredentialRejected(
                        AnswerMessages.caused(it, "rejected"), it.environment(), "mexc/checked", 2, 10072)));

        Api.operator()
                .post("/environments/checked/credential/validate")
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("exchangeCode", equalTo(10072));
    }

    @Test
    void aValidationReturnsThePropertiesOfTheKey() {
        Instant stored = Instant.parse("2026-09-01T00:00:00Z");
        services.respondTo(
                ValidateCredential.class,
                it -> List.of(new CredentialValidated(
                        AnswerMessages.caused(it, "validated"),
                        it.environment(),
                        "mexc/checked",
                        3,
                        true,
                        true,
                        List.of("SPOT"),
                        stored,
                        stored.plus(Duration.ofDays(90)))));

        Api.operator()
                .post("/environments/checked/credential/validate")
                .then()
                .statusCode(200)
                .body("status", equalTo("VALIDATED"))
                .body("canWithdraw", equalTo(true))
                .body("permissions", equalTo(List.of("SPOT")))
                .body("storedAt", startsWith("2026-09-01"))
                .body("unboundKeyEndsBy", startsWith("2026-11-30"));
    }

    @Test
    void readinessAndEnvironmentSayTheSameAndNameRemedies() {
        Awaitility.await()
                .until(() -> Boolean.TRUE.equals(
                        Api.viewer().get("/environments/past").path("ready")));
        List<Object> environments = Api.viewer().get("/environments").path("readiness");

        Api.viewer()
                .get("/readiness")
                .then()
                .statusCode(200)
                .body("ready", equalTo(false))
                .body("environments.items", equalTo(environments))
                .body(
                        "environments.find { it.environment == 'past' }.items.name",
                        containsInAnyOrder("credential vault clock feeds risk trading-state room records ledger balance"
                                .split(" ")))
                .body(
                        "environments.find { it.environment == 'checked' }.items.find { it.name == 'ledger' }.remedy",
                        containsString("does not record this environment"));
    }

    @Test
    void anOperatorMayTightenButNotLoosen() {
        services.respondTo(SetTradingState.class, AnswerMessages::stateSet);

        Api.operator()
                .body("{\"state\":\"REDUCING\",\"reason\":\"odd fills\"}")
                .put("/environments/halted/trading-state")
                .then()
                .statusCode(200)
                .body("changedBy", equalTo("olivia"));
        Api.operator()
                .body("{\"state\":\"ACTIVE\",\"reason\":\"fine\"}")
                .put("/environments/halted/trading-state")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        Api.viewer()
                .body("{\"state\":\"HALTED\",\"reason\":\"odd\"}")
                .put("/environments/halted/trading-state")
                .then()
                .statusCode(403);
    }
}
