package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every report of a state can be read: the one that holds, and its history. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class StateReportsTest {
    private static final Instant T0 = LedgerFixture.T0;
    private static final Instant T1 = T0.plusSeconds(1);

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void credentialsWithTheirHistory() {
        fixture.record(
                new CredentialValidated(LedgerFixture.meta(T0), fixture.environment, "firstfill/paper", 1, true, false),
                new CredentialRejected(
                        LedgerFixture.meta(T1), fixture.environment, "firstfill/paper", 1, 700006, "198.51.100.7"));

        read("credentials")
                .body("items.status", contains("REJECTED", "VALIDATED"))
                .body("items[0].exchangeCode", equalTo(700006))
                .body("items[0].refusedAddress", equalTo("198.51.100.7"))
                .body("items[0].canTrade", nullValue())
                .body("items[1].canTrade", equalTo(true))
                .body("items[1].path", equalTo("firstfill/paper"));
        read("credentials/latest").body("status", equalTo("REJECTED"));
        read("credentials?status=VALIDATED").body("items.status", contains("VALIDATED"));
    }

    @Test
    void tradingStatesWithTheirHistory() {
        fixture.record(state(T0, TradingState.HALTED, "odd fills"), state(T1, TradingState.ACTIVE, "all good"));

        read("trading-states")
                .body("items.state", contains("ACTIVE", "HALTED"))
                .body("items.changedBy", contains("rita", "rita"));
        read("trading-states/latest").body("state", equalTo("ACTIVE")).body("reason", equalTo("all good"));
        read("trading-states?status=HALTED,REDUCING").body("items.reason", contains("odd fills"));
    }

    @Test
    void anOlderReportThatIsReadLateIsNotTheLatest() {
        fixture.record(state(T1, TradingState.HALTED, "later"));
        fixture.record(state(T0, TradingState.ACTIVE, "earlier"));

        read("trading-states/latest").body("state", equalTo("HALTED"));
    }

    @Test
    void capsInUseWithTheirHistory() {
        fixture.record(caps(T0, "1"), caps(T1, "9"));

        read("caps")
                .body("items.uses.flatten().used", contains("9", "1"))
                .body("items[0].uses[0].cap", equalTo("TRADES_PER_HOUR"))
                .body("items[0].guardrails.tradesPerHour", equalTo(10))
                .body("items[0].runId", equalTo(fixture.run.toString()));
        read("caps/latest").body("uses[0].level", equalTo("ENVIRONMENT")).body("uses[0].near", equalTo(true));
        read("caps?runId=" + fixture.run).body("items.size()", equalTo(2));
    }

    @Test
    void capsThatWereReachedAndCleared() {
        fixture.record(
                new CapReached(
                        LedgerFixture.meta(T0),
                        fixture.environment,
                        fixture.run,
                        Cap.SPEND,
                        "100",
                        "100",
                        null,
                        CapLevel.RUN),
                new CapReached(
                        LedgerFixture.meta(T0), fixture.environment, fixture.run, Cap.TRADES_PER_HOUR, "10", "10"),
                new CapCleared(
                        LedgerFixture.meta(T1),
                        fixture.environment,
                        fixture.run,
                        Cap.SPEND,
                        "80",
                        "100",
                        Actor.of("rita")));

        read("cap-events?kind=SPEND")
                .body("items.status", contains("CLEARED", "REACHED"))
                .body("items.resetBy", contains("rita", null))
                .body("items[1].level", equalTo("RUN"));
        read("cap-events?status=REACHED&kind=TRADES_PER_HOUR&runId=" + fixture.run)
                .body("items.used", contains("10"));
    }

    @Test
    void balancesWithTheirHistory() {
        fixture.record(balance(T0, "100.50"), balance(T1, "88.000000001"));

        read("balances").body("items.balances.flatten().free", contains("88.000000001", "100.5"));
        read("balances/latest")
                .body("balances[0].asset", equalTo("USDT"))
                .body("asOf", equalTo("2026-11-22T12:00:01.000001Z"));
    }

    @Test
    void guardrailsWithTheirHistory() {
        fixture.record(guardrails(T0, 1, Guardrails.NONE, tradesPerHour(10)));
        fixture.record(guardrails(T1, 2, tradesPerHour(10), tradesPerHour(3)));

        read("guardrails")
                .body("items.version", contains(2, 1))
                .body("items[0].previous.tradesPerHour", equalTo(10))
                .body("items[0].changedBy", equalTo("rita"));
        read("guardrails/latest").body("guardrails.tradesPerHour", equalTo(3)).body("reason", equalTo("calm down"));
    }

    @Test
    void whatWasNeverReportedIsNotFound() {
        fixture.record(fixture.announced(1, "NEWT", T0));

        for (String kind : List.of("credentials", "trading-states", "caps", "balances", "guardrails")) {
            given().queryParam("environment", fixture.environment.value())
                    .get("/api/ledger/v1/" + kind + "/latest")
                    .then()
                    .statusCode(404);
        }
    }

    private TradingStateChanged state(Instant at, TradingState state, String reason) {
        return new TradingStateChanged(LedgerFixture.meta(at), fixture.environment, state, reason, Actor.of("rita"));
    }

    private CapsReported caps(Instant at, String used) {
        return new CapsReported(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.run,
                1,
                tradesPerHour(10),
                List.of(new CapUse(Cap.TRADES_PER_HOUR, CapLevel.ENVIRONMENT, used, "10", true, false, null)));
    }

    private BalancesReported balance(Instant at, String free) {
        Balance balance = new Balance(Asset.of("USDT"), Amount.of(free), Amount.of("0"));
        return new BalancesReported(LedgerFixture.meta(at), fixture.environment, List.of(balance), at);
    }

    private GuardrailsChanged guardrails(Instant at, int version, Guardrails previous, Guardrails next) {
        return new GuardrailsChanged(
                LedgerFixture.meta(at), fixture.environment, version, next, previous, Actor.of("rita"), "calm down");
    }

    private static Guardrails tradesPerHour(int limit) {
        return new Guardrails(limit, null, null, null, null, null, null);
    }

    private ValidatableResponse read(String path) {
        String separator = path.contains("?") ? "&" : "?";
        return given().get("/api/ledger/v1/" + path + separator + "environment=" + fixture.environment)
                .then()
                .statusCode(200);
    }
}
