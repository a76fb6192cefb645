package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.SettingsReported;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** US3: what is in force now is compared with what a run started with, and versions of a configuration are compared. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class DriftApiTest {
    private static final String API = "/api/ledger/v1/";
    private static final Instant BEFORE = LedgerFixture.T0.minusSeconds(60);
    private static final Instant AFTER = LedgerFixture.T0.plusSeconds(60);

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void aRunThatNothingHasChangedUnderHasNotDrifted() {
        fixture.record(
                saved(1, "12.5", BEFORE),
                guardrails(1, "500", BEFORE),
                settings("trader", "0.05", BEFORE),
                fixture.started(fixture.run));

        drift().body("drifted", equalTo(false))
                .body("configuration.runningVersion", equalTo(1))
                .body("configuration.latestVersion", equalTo(1))
                .body("configuration.differences", empty())
                .body("guardrails.versionAtStart", equalTo(1))
                .body("guardrails.differences", empty())
                .body("services.service", contains("trader"))
                .body("services[0].differences", empty());
    }

    @Test
    void eachFieldThatIsDifferentNowIsNamedWithBothValues() {
        fixture.record(
                saved(1, "12.5", BEFORE),
                guardrails(1, "500", BEFORE),
                settings("trader", "0.05", BEFORE.minusSeconds(60)),
                settings("trader", "0.06", BEFORE),
                settings("scanner", "0.45S", BEFORE),
                fixture.started(fixture.run),
                saved(2, "15", AFTER),
                guardrails(2, "400", AFTER),
                settings("trader", "0.07", AFTER));

        drift().body("drifted", equalTo(true))
                .body("configuration.latestVersion", equalTo(2))
                .body("configuration.differences.path", contains("maxPremium", "orderStyle", "quoteAmount"))
                .body("configuration.differences[0].running", nullValue())
                .body("configuration.differences[0].now", equalTo("0.3"))
                .body("configuration.differences[2].running", equalTo("12.5"))
                .body("configuration.differences[2].now", equalTo("15"))
                .body("guardrails.version", equalTo(2))
                .body("guardrails.differences.path", contains("spendPerDay"))
                .body("guardrails.differences.atStart", contains("500"))
                .body("guardrails.differences.now", contains("400"))
                .body("services.service", contains("scanner", "trader"))
                .body("services[0].differences", empty())
                .body("services[1].differences.path", contains("of.trader"))
                .body("services[1].differences.atStart", contains("0.06"))
                .body("services[1].differences.now", contains("0.07"));
    }

    @Test
    void guardrailsSetAfterTheStartAreDriftAndSettingsNeverReportedBeforeItAreNotKnown() {
        fixture.record(
                saved(1, "12.5", BEFORE),
                fixture.started(fixture.run),
                guardrails(1, "500", AFTER),
                settings("trader", "0.07", AFTER));

        drift().body("drifted", equalTo(true))
                .body("guardrails.versionAtStart", nullValue())
                .body("guardrails.differences.path", contains("spendPerDay", "tradesPerHour"))
                .body("guardrails.differences[0].atStart", nullValue())
                .body("services[0].reportedBeforeStartAt", nullValue())
                .body("services[0].differences", empty());
    }

    @Test
    void aRunThatIsNotRecordedHasNoDrift() {
        for (String run : new String[] {new RunId(UUID.randomUUID()).toString(), "7", "a%00b"}) {
            given().urlEncodingEnabled(false)
                    .get(API + "runs/" + run + "/drift")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void versionsAreListedNewestFirstAndComparedFieldByField() {
        fixture.record(saved(1, "12.5", BEFORE), saved(2, "15", LedgerFixture.T0), saved(3, "20", AFTER));
        String path = API + "configurations/" + fixture.configuration;

        given().get(path + "/versions?limit=2")
                .then()
                .statusCode(200)
                .body("items.version", contains(3, 2))
                .body("items.name", contains("first fill", "first fill"))
                .body("items.archived", contains(false, false))
                .body("items.savedBy", contains("olga", "olga"))
                .body("nextCursor", equalTo("2"));
        given().get(path + "/versions?limit=2&cursor=2")
                .then()
                .body("items.version", contains(1))
                .body("nextCursor", nullValue());
        given().get(path + "/compare?from=2&to=3")
                .then()
                .statusCode(200)
                .body("differences.path", contains("quoteAmount"))
                .body("differences.from", contains("15"))
                .body("differences.to", contains("20"));
        given().get(path + "/versions/2").then().body("content.quoteAmount", equalTo("15"));
        given().get(path + "/compare?from=1&to=4").then().statusCode(404);
        given().get(API + "configurations/" + UUID.randomUUID() + "/versions")
                .then()
                .statusCode(404);
    }

    @Test
    void anUnchangedDriftAndComparisonAreNotSentAgainAndAChangedOneIs() {
        fixture.record(saved(1, "12.5", BEFORE), saved(2, "15", LedgerFixture.T0), fixture.started(fixture.run));
        String versions = API + "configurations/" + fixture.configuration;
        for (String path : List.of(
                API + "runs/" + fixture.run + "/drift", versions + "/compare?from=1&to=2", versions + "/versions")) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");
            given().header("If-None-Match", tag).get(path).then().statusCode(304);

            fixture.record(fixture.submitted(1, AFTER, "12.5"));
            given().header("If-None-Match", tag).get(path).then().statusCode(304);
            fixture.record(guardrails(1, "500", AFTER));
            given().header("If-None-Match", tag).get(path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "versions?limit=0",
                "versions?cursor=x",
                "versions?cursor=99999999999",
                "versions?limt=5",
                "compare?from=1",
                "compare?from=1.5&to=2",
                "compare?from=1&to=2&with=3"
            })
    void anOddParameterIsRefused(String request) {
        given().get(API + "configurations/" + fixture.configuration + "/" + request)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private ValidatableResponse drift() {
        return given().get(API + "runs/" + fixture.run + "/drift").then().statusCode(200);
    }

    private ConfigurationSaved saved(int version, String quoteAmount, Instant at) {
        Configuration first = LedgerFixture.configurationNamed("first fill");
        return new ConfigurationSaved(
                LedgerFixture.meta(at),
                fixture.environment,
                new ConfigurationRef(fixture.configuration, version),
                version == 1 ? first : changed(first, quoteAmount),
                Actor.of("olga"));
    }

    private static Configuration changed(Configuration first, String quoteAmount) {
        return new Configuration(
                first.name(),
                Amount.of(quoteAmount),
                first.symbols(),
                OrderStyle.IOC_CAPPED,
                first.recvWindow(),
                first.signalMaxAge(),
                first.latencyBudget(),
                first.probeWindow(),
                first.caps(),
                first.safety(),
                null,
                Ratio.of("0.3"),
                null);
    }

    private GuardrailsChanged guardrails(int version, String spendPerDay, Instant at) {
        return new GuardrailsChanged(
                LedgerFixture.meta(at),
                fixture.environment,
                version,
                new Guardrails(10, null, Amount.of(spendPerDay), null, null, null, null),
                Guardrails.NONE,
                Actor.of("rita"),
                "test");
    }

    private SettingsReported settings(String service, String value, Instant at) {
        return new SettingsReported(
                LedgerFixture.meta(at), fixture.environment, service, Map.of("of." + service, value, "same", "1"));
    }
}
