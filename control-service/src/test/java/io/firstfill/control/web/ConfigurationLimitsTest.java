package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a configuration which not every service could read or store is refused by the name of its field. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ConfigurationLimitsTest {
    @Inject
    RespondingServices services;

    @BeforeEach
    void theLedgerSaves() {
        services.reset();
        services.respondTo(SaveConfiguration.class, AnswerMessages::saved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "symbols.quoteAssets[0] | 'symbols':{'quoteAssets':['*']}",
                "symbols.quoteAssets[0] | 'symbols':{'quoteAssets':['a\\u0000b']}",
                "symbols.quoteAssets[0] | 'symbols':{'quoteAssets':[null]}",
                "symbols.allow[0] | 'symbols':{'allow':['a\\u0000b']}",
                "symbols.deny[0] | 'symbols':{'deny':['\\ud800']}",
                "name | 'name':'a\\u0000b'",
                "name | 'name':'a\\ud800b'",
                "name | 'name':'\\u200b'",
                "quoteAmount | 'quoteAmount':'99999999999999999999'",
                "quoteAmount | 'quoteAmount':'999999999999999.1'",
                "quoteAmount | 'quoteAmount':'1e3'",
                "quoteAmount | 'quoteAmount':25",
                "caps.spend | 'caps':{'spend':'1000000000000000'}",
                "caps.tradesPerHour | 'caps':{'tradesPerHour':1.9}",
                "caps.tradesPerHour | 'caps':{'tradesPerHour':'5'}",
                "caps.tradesPerHour | 'caps':{'tradesPerHour':2147483648}",
                "caps.concurrentListings | 'caps':{'concurrentListings':1001}",
                "caps.concurrentListings | 'caps':{'concurrentListings':2,'concurrentListings':3}",
                "priceCap | 'orderStyle':'IOC_CAPPED','priceCap':'0.00000000000000000001'",
                "probeWindow | 'probeWindow':'PT9999999999999999H'",
                "probeWindow | 'probeWindow':'-PT1S'"
            })
    void whatNotEveryServiceCouldReadNamesItsField(String field, String change) {
        create(change).statusCode(400).body("violations.field", contains(field));
        assertThat(services.publishedCommands(SaveConfiguration.class)).isEmpty();
    }

    @Test
    void aListBeyondItsLimitIsRefusedAsAWhole() {
        String patterns = "'A*',".repeat(500) + "'A*'";

        create("'symbols':{'deny':[" + patterns + "]}")
                .statusCode(400)
                .body("violations.field", contains("symbols.deny"))
                .body("violations[0].message", containsString("at most 500"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "none", " None "})
    void theQuoteAssetNoneIsAnAssetAndNotAnyAsset(String asset) {
        create("'symbols':{'quoteAssets':['" + asset + "']}")
                .statusCode(201)
                .body("content.symbols.quoteAssets", contains("NONE"));
    }

    @Test
    void aBodyBeyondItsLimitIsRefusedWithTheLimit() {
        create("'name':'" + "x".repeat(300_000) + "'")
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("262144"));
    }

    /** The change comes before the least fields, and replaces one of them. */
    private static ValidatableResponse create(String change) {
        StringBuilder body = new StringBuilder("{" + change);
        for (String field : new String[] {"'environment':'paper'", "'name':'least'", "'quoteAmount':'25'"}) {
            if (!change.contains(field.substring(0, field.indexOf(':') + 1))) {
                body.append(',').append(field);
            }
        }
        return Api.operator()
                .body(body.append('}').toString().replace('\'', '"'))
                .post("/configurations")
                .then();
    }
}
