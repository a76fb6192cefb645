package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that a configuration is checked without being saved: every wrong field with its range, and warnings about what
 * keeps the rules and can never buy.
 */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ConfigurationChecksTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void theLedgerSaves() {
        services.reset();
        services.respondTo(SaveConfiguration.class, AnswerMessages::saved);
    }

    @Test
    void aCheckSavesNothingAndShowsWhatWouldBeSaved() {
        validate("")
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("violations", empty())
                .body("warnings", empty())
                .body("configuration.caps.spend", equalTo("250"))
                .body("configuration.caps.spendPerDay", nullValue());

        Api.viewer()
                .body(body("'quoteAmount':'0'"))
                .post("/configurations/validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("violations.field", contains("quoteAmount"))
                .body("configuration", nullValue());
        assertThat(services.publishedCommands(Command.class)).isEmpty();
    }

    @Test
    void everyFieldThatDecidesAboutMoneyIsSaved() {
        Api.operator()
                .body(body("'orderStyle':'IOC_CAPPED','maxPremium':'0.30','polling':{'tickerInterval':'PT0.5S',"
                        + "'calendarInterval':'PT30S'},'caps':{'spendPerDay':'100.0','openPositions':2,"
                        + "'lossPerDay':'20','consecutiveFailures':3}"))
                .post("/configurations")
                .then()
                .statusCode(201)
                .body("content.maxPremium", equalTo("0.3"))
                .body("content.polling.tickerInterval", equalTo("PT0.5S"))
                .body("content.polling.calendarInterval", equalTo("PT30S"))
                .body("content.caps.spendPerDay", equalTo("100"))
                .body("content.caps.openPositions", equalTo(2))
                .body("content.caps.lossPerDay", equalTo("20"))
                .body("content.caps.consecutiveFailures", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quoteAmount | 'quoteAmount':'0' | more than 0 and at most 999999999999999",
                "quoteAmount | 'environment':'capped','quoteAmount':'51' | more than 0 and at most 50, the",
                "caps.spend | 'environment':'capped','caps':{'spend':'201'} | at most 200, the environment's ceiling",
                "caps.spendPerDay | 'caps':{'spendPerDay':'0'} | more than 0 and at most",
                "caps.spendPerDay | 'caps':{'spendPerDay':'x'} | plain decimal",
                "caps.lossPerDay | 'caps':{'lossPerDay':'0'} | more than 0 and at most",
                "caps.openPositions | 'caps':{'openPositions':0} | from 1 to 1000",
                "caps.openPositions | 'caps':{'openPositions':1001} | from 1 to 1000",
                "caps.consecutiveFailures | 'caps':{'consecutiveFailures':-1} | from 1 to 1000",
                "caps.tradesPerHour | 'environment':'capped','caps':{'tradesPerHour':6} | from 1 to 5",
                "maxPremium | 'orderStyle':'IOC_CAPPED','maxPremium':'30' | from 0 to 10",
                "maxPremium | 'orderStyle':'IOC_CAPPED','maxPremium':'30 %' | plain decimal",
                "maxPremium | 'orderStyle':'IOC_CAPPED','maxPremium':'0.1234567' | from 0 to 10",
                "maxPremium | 'orderStyle':'MARKET','maxPremium':'0.3' | no meaning for MARKET",
                "recvWindow | 'recvWindow':'1 s' | from PT0.001S to PT1S",
                "signalMaxAge | 'signalMaxAge':'PT61S' | from PT0.1S to PT1M",
                "polling.tickerInterval | 'polling':{'tickerInterval':'PT0.01S'} | from PT0.1S to PT10S",
                "polling.tickerInterval | 'polling':{'tickerInterval':'soon'} | from PT0.1S to PT10S",
                "polling.calendarInterval | 'polling':{'calendarInterval':'PT11M'} | from PT1S to PT10M"
            })
    void aWrongFieldIsNamedWithItsAllowedRange(String field, String change, String range) {
        validate(change)
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("violations.field", contains(field))
                .body("violations[0].message", containsString(range));
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        validate("'quoteAmount':'0','orderStyle':'IOC_CAPPED','maxPremium':'11','recvWindow':'PT2S',"
                        + "'caps':{'tradesPerHour':0,'lossPerDay':'0','openPositions':0,'spend':'x'},"
                        + "'polling':{'tickerInterval':'PT1H','calendarInterval':'x'}")
                .body(
                        "violations.field",
                        containsInAnyOrder(
                                "quoteAmount",
                                "maxPremium",
                                "recvWindow",
                                "caps.tradesPerHour",
                                "caps.lossPerDay",
                                "caps.openPositions",
                                "caps.spend",
                                "polling.tickerInterval",
                                "polling.calendarInterval"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "safety | 'safety':{'buyScheduled':false,'buySurprise':false}",
                "symbols.deny | 'symbols':{'allow':['AI*'],'deny':['A*']}",
                "symbols.deny | 'symbols':{'deny':['*']}",
                "symbols.quoteAssets | 'symbols':{'quoteAssets':['NONE']}",
                "quoteAmount | 'caps':{'spendPerDay':'24'}",
                "signalMaxAge | 'signalMaxAge':'PT0.5S','recvWindow':'PT0.1S','polling':{'tickerInterval':'PT2S'}",
                "recvWindow | 'signalMaxAge':'PT0.5S','recvWindow':'PT1S'",
                "latencyBudget | 'latencyBudget':'PT3S'"
            })
    void whatCanNeverBuyIsWarnedAboutAndSaved(String field, String change) {
        validate(change).body("valid", equalTo(true)).body("warnings.field", contains(field));

        Api.operator()
                .body(body(change))
                .post("/configurations")
                .then()
                .statusCode(201)
                .body("warnings.field", contains(field));
    }

    @ParameterizedTest
    @CsvSource({"spendPerRun", "spendPerDay"})
    void aBuyAboveAGuardrailIsWarnedAboutWhileTheGuardrailHolds(String guardrail) {
        EnvironmentId environment = EnvironmentId.of("checked");
        Amount limit = Amount.of("24.9");
        guard(
                environment,
                new Guardrails(
                        null,
                        guardrail.equals("spendPerRun") ? limit : null,
                        guardrail.equals("spendPerDay") ? limit : null,
                        null,
                        null,
                        null,
                        null));

        Awaitility.await()
                .untilAsserted(() -> validate("'environment':'checked'")
                        .body("valid", equalTo(true))
                        .body("warnings.message", hasItem(containsString(guardrail))));
        validate("").body("warnings", empty());

        guard(environment, Guardrails.NONE);
        Awaitility.await()
                .untilAsserted(() -> validate("'environment':'checked'").body("warnings", empty()));
    }

    private void guard(EnvironmentId environment, Guardrails guardrails) {
        services.publish(new GuardrailsChanged(
                Meta.first(new MessageId(UUID.randomUUID()), Instant.now()),
                environment,
                1,
                guardrails,
                Guardrails.NONE,
                Actor.of("rita"),
                "test"));
    }

    private static ValidatableResponse validate(String change) {
        return Api.operator()
                .body(body(change))
                .post("/configurations/validate")
                .then();
    }

    /** The change comes before the least fields, and replaces one of them. */
    private static String body(String change) {
        StringBuilder body = new StringBuilder("{" + change);
        for (String field :
                new String[] {"'environment':'paper'", "'name':'" + UUID.randomUUID() + "'", "'quoteAmount':'25'"}) {
            if (!change.contains(field.substring(0, field.indexOf(':') + 1))) {
                body.append(body.length() == 1 ? "" : ",").append(field);
            }
        }
        return body.append('}').toString().replace('\'', '"');
    }
}
