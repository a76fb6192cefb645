package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves FR-001: a configuration is validated as a whole and stored as a version before a run may use it. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ConfigurationTest {
    private static final String LEAST = "{'environment':'paper','name':'least','quoteAmount':'25'}";

    @Inject
    RespondingServices services;

    @BeforeEach
    void theLedgerSaves() {
        services.reset();
        services.respondTo(SaveConfiguration.class, AnswerMessages::saved);
    }

    @Test
    void whatIsLeftOutGetsTheDocumentedDefault() {
        // When only the least is given
        String id = create(LEAST)
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", containsString(Api.ROOT + "/configurations/"))
                .body("content.orderStyle", equalTo("MARKET"))
                .body("content.recvWindow", equalTo("PT1S"))
                .body("content.signalMaxAge", equalTo("PT2S"))
                .body("content.latencyBudget", equalTo("PT0.5S"))
                .body("content.probeWindow", equalTo("PT3S"))
                .body("content.symbols.quoteAssets", contains("USDT"))
                .body("content.caps.tradesPerHour", equalTo(10))
                .body("content.caps.spend", equalTo("250"))
                .body("content.caps.concurrentListings", equalTo(3))
                .body("content.safety.requireQualified", equalTo(true))
                .extract()
                .path("configurationId");

        // Then it can be read, and the command names its author
        Api.viewer().get("/configurations/" + id).then().statusCode(200).header("ETag", equalTo("\"1\""));
        assertThat(services.publishedCommands(SaveConfiguration.class)
                        .getFirst()
                        .issuedBy())
                .isEqualTo(PriorMessages.OLIVIA);
    }

    @Test
    void defaultsStayUnderTheCeilings() {
        create("{'environment':'capped','name':'under','quoteAmount':'25'}")
                .statusCode(201)
                .body("content.caps.spend", equalTo("200"))
                .body("content.caps.tradesPerHour", equalTo(5));
    }

    @Test
    void aNewVersionNeedsTheVersionItReplaces() {
        // Given a configuration
        String path = "/configurations/" + create(LEAST).extract().path("configurationId");

        // When it is changed without, with another, and with the right version
        Api.operator().body(json(LEAST)).put(path).then().statusCode(428);
        assertThat(services.publishedCommands(SaveConfiguration.class)).hasSize(1);
        Api.operator()
                .header("If-Match", "\"1\"")
                .body(json(LEAST))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        services.respondTo(
                SaveConfiguration.class, it -> AnswerMessages.rejected(it, ConfigurationRejection.VERSION_CONFLICT, 2));

        // Then the conflict is a failed precondition that names the latest
        Api.operator()
                .header("If-Match", "\"1\"")
                .body(json(LEAST))
                .put(path)
                .then()
                .statusCode(412)
                .body("detail", containsString("2"));
        assertThat(services.publishedCommands(SaveConfiguration.class).getLast().expectedVersion())
                .isEqualTo(1);
        Api.operator()
                .header("If-Match", "*")
                .body(json(LEAST))
                .put(path)
                .then()
                .statusCode(412);
        Api.viewer().get(path + "?version=1").then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void aTakenNameIsAConflictAndAnUnknownConfigurationIsNotFound() {
        services.respondTo(
                SaveConfiguration.class, it -> AnswerMessages.rejected(it, ConfigurationRejection.NAME_TAKEN, 0));

        create(LEAST).statusCode(409).body("name", equalTo("least"));
        Api.operator()
                .header("If-Match", "\"1\"")
                .body(json(LEAST))
                .put("/configurations/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void withoutALedgerNoConfigurationIsReportedAsSaved() {
        services.reset();

        create(LEAST).statusCode(503).body("detail", containsString("may still store"));
    }

    @Test
    void theSameKeyMakesOneConfiguration() {
        // Given one made under a key
        String key = UUID.randomUUID().toString();
        String first = keyed(key, LEAST).statusCode(201).extract().path("configurationId");

        // When repeated, then it is the same, and another body is refused
        keyed(key, LEAST).statusCode(201).body("configurationId", equalTo(first));
        keyed(key, LEAST.replace("25", "26")).statusCode(422);
        assertThat(services.publishedCommands(SaveConfiguration.class)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | 'name':''",
                "name | 'name':'123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 1'",
                "environment | 'environment':'elsewhere'",
                "quoteAmount | 'quoteAmount':'0'",
                "quoteAmount | 'quoteAmount':'-1'",
                "quoteAmount | 'quoteAmount':'much'",
                "quoteAmount | 'environment':'capped','quoteAmount':'51'",
                "caps.spend | 'caps':{'spend':'24'}",
                "caps.spend | 'environment':'capped','caps':{'spend':'201'}",
                "caps.tradesPerHour | 'caps':{'tradesPerHour':0}",
                "caps.tradesPerHour | 'environment':'capped','caps':{'tradesPerHour':6}",
                "caps.concurrentListings | 'caps':{'concurrentListings':0}",
                "recvWindow | 'recvWindow':'PT1.001S'",
                "recvWindow | 'recvWindow':'PT0S'",
                "recvWindow | 'recvWindow':'1 second'",
                "signalMaxAge | 'signalMaxAge':'PT0.099S'",
                "signalMaxAge | 'signalMaxAge':'PT61S'",
                "latencyBudget | 'latencyBudget':'PT0S'",
                "probeWindow | 'probeWindow':'PT61S'",
                "priceCap | 'priceCap':'1'",
                "priceCap | 'orderStyle':'IOC_CAPPED','priceCap':'0'",
                "orderStyle | 'orderStyle':'LIMIT'",
                "symbols.allow[1] | 'symbols':{'allow':['AI*','A B']}",
                "symbols.deny[0] | 'symbols':{'deny':['[A-Z]']}",
                "symbols.quoteAssets | 'symbols':{'quoteAssets':[]}",
                "symbols.quoteAssets | 'symbols':{'quoteAssets':['USDT','BTC']}",
                "symbols.quoteAssets[0] | 'symbols':{'quoteAssets':['US/DT']}"
            })
    void aBrokenRuleNamesItsField(String field, String change) {
        create(changed(change)).statusCode(400).body("violations.field", contains(field));
        assertThat(services.publishedCommands(SaveConfiguration.class)).isEmpty();
    }

    @Test
    void everyBrokenRuleIsReportedAtOnce() {
        create("{'environment':'paper','quoteAmount':'x','recvWindow':'PT2S','orderStyle':'LIMIT'}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", containsInAnyOrder("name", "quoteAmount", "recvWindow", "orderStyle"));
    }

    @Test
    void whatCannotBeReadNamesTheField() {
        create(changed("'caps':{'tradesPerHour':'many'}"))
                .statusCode(400)
                .body("violations.field", contains("caps.tradesPerHour"));
        create(changed("'recvwindow':'PT0.5S'")).statusCode(400).body(containsString("recvwindow"));
        Api.operator().body("{nonsense").post("/configurations").then().statusCode(400);
        Api.operator().post("/configurations").then().statusCode(400);
    }

    @Test
    void theAddressOfWhatIsCreatedNamesTheHostAsCalled() {
        Api.operator()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "trading.example:8443")
                .header("X-Forwarded-Port", "8443")
                .body(json(LEAST))
                .post("/configurations")
                .then()
                .statusCode(201)
                .header("Location", startsWith("https://trading.example:8443" + Api.ROOT + "/configurations/"));
    }

    private static String changed(String change) {
        String fields = LEAST.substring(1, LEAST.length() - 1);
        for (String name : new String[] {"environment", "name", "quoteAmount"}) {
            if (change.contains("'" + name + "':")) {
                fields = fields.replaceAll("'" + name + "':'[^']*',?", "");
            }
        }
        return "{" + fields + (fields.isEmpty() || fields.endsWith(",") ? "" : ",") + change + "}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static ValidatableResponse create(String body) {
        return Api.operator().body(json(body)).post("/configurations").then();
    }

    private static ValidatableResponse keyed(String key, String body) {
        return Api.operator()
                .header("Idempotency-Key", key)
                .body(json(body))
                .post("/configurations")
                .then();
    }
}
