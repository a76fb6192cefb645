package io.firstfill.control.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.ListingAnswers;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves how a person changes the terms of one listing before it opens, and what is refused and why. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ListingTermsTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private final String opening = Instant.now()
            .plus(Duration.ofDays(1))
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();

    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void termsAreAnsweredWithWhoWhenAndWhyAndWhatIsLeftOutIsTheConfigurationsOwn() {
        services.respondTo(ChangeListingTerms.class, ListingAnswers::termsChanged);
        ListingId id = published("TERMS/USDT", Instant.parse(opening));

        terms(
                        "paper",
                        id,
                        "{\"quoteAmount\":\"12.5\",\"orderStyle\":\"IOC_CAPPED\",\"maxPremium\":\"0.3\",\"reason\":\"thin\"}")
                .statusCode(200)
                .body("terms.terms.quoteAmount", equalTo("12.5"))
                .body("terms.changedBy", equalTo("olivia"))
                .body("terms.reason", equalTo("thin"));
        terms("paper", id, "{\"leaveAlone\":true,\"reason\":\"x\"}").statusCode(200);

        assertThat(services.publishedCommands(ChangeListingTerms.class))
                .extracting(ChangeListingTerms::terms)
                .containsExactly(
                        new ListingTerms(Amount.of("12.5"), OrderStyle.IOC_CAPPED, Ratio.of("0.3"), false),
                        new ListingTerms(null, null, null, true));
    }

    @Test
    void everyWrongTermIsNamedWithItsRangeUnderTheLowestCap() {
        ListingId id = published("capped", "CAPPED/USDT", Instant.parse(opening));

        terms(
                        "capped",
                        id,
                        "{\"quoteAmount\":\"50.1\",\"orderStyle\":\"LIMIT\",\"maxPremium\":\"11\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("violations.field", contains("quoteAmount", "orderStyle", "maxPremium"))
                .body("violations[0].message", containsString("at most 50"));
        terms("capped", id, "{\"orderStyle\":\"MARKET\",\"maxPremium\":\"0.3\",\"reason\":\"x\"}")
                .statusCode(400)
                .body("violations[0].message", containsString("has no meaning for MARKET"));
        assertThat(services.publishedCommands(ChangeListingTerms.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"quoteAmount\":12.5,\"reason\":\"x\"}",
                "{\"leaveAlone\":\"true\",\"reason\":\"x\"}",
                "{\"leaveAlone\":1,\"reason\":\"x\"}",
                "{\"leaveAlone\":true}",
                "{\"leafAlone\":true,\"reason\":\"x\"}",
                "{\"leaveAlone\":true,\"leaveAlone\":false,\"reason\":\"x\"}"
            })
    void aBodyIsReadWithoutGuessing(String body) {
        ListingId id = published("STRICT/USDT", Instant.parse(opening));

        terms("paper", id, body).statusCode(400);
        assertThat(services.publishedCommands(ChangeListingTerms.class)).isEmpty();
    }

    @Test
    void whatHasOpenedIsLeftAsItIs() {
        ListingId passed = published("PASSED/USDT", Instant.now().minusSeconds(1));
        ListingId seen = published("SEEN/USDT", Instant.parse(opening));
        services.publish(new TradingOpened(
                AnswerMessages.first(),
                PAPER,
                seen,
                Pair.of("SEEN/USDT"),
                ListingSource.TICKER_PRICE,
                null,
                Instant.now()));
        ListingId known = published("KNOWN/USDT", Instant.parse(opening));

        terms("paper", known, "{\"leaveAlone\":true,\"reason\":\"x\"}").statusCode(503);
        for (ListingId id : List.of(passed, seen)) {
            terms("paper", id, "{\"leaveAlone\":true,\"reason\":\"x\"}")
                    .statusCode(409)
                    .body("type", equalTo("urn:firstfill:problem:listing-opened"));
        }
        terms("paper", ListingId.derivedFrom("unknown"), "{\"leaveAlone\":true,\"reason\":\"x\"}")
                .statusCode(404);
        assertThat(services.publishedCommands(ChangeListingTerms.class)).hasSize(1);
    }

    @Test
    void aRepeatedRequestIsAnsweredAsBeforeThoughTheCapsAreLowerByNow() {
        services.respondTo(ChangeListingTerms.class, ListingAnswers::termsChanged);
        ListingId id = published("skewed", "TERMS/USDT", Instant.parse(opening));
        String body = "{\"quoteAmount\":\"50\",\"reason\":\"sure of it\"}";
        String key = UUID.randomUUID().toString();
        Awaitility.await().untilAsserted(() -> terms("skewed", id, key, body).statusCode(200));

        guardrails("skewed", 1, "20");
        terms("skewed", id, UUID.randomUUID().toString(), body).statusCode(400);

        terms("skewed", id, key, body).statusCode(200).body("terms.terms.quoteAmount", equalTo("50"));
        terms("skewed", id, key, body.replace("50", "10")).statusCode(422);
        guardrails("skewed", 2, "1000");
        assertThat(services.publishedCommands(ChangeListingTerms.class)).hasSize(1);
    }

    /** Risk has set the guardrails; returns once control knows them. */
    private void guardrails(String environment, int version, String spendPerRun) {
        services.publish(new GuardrailsChanged(
                AnswerMessages.first(),
                EnvironmentId.of(environment),
                version,
                new Guardrails(null, Amount.of(spendPerRun), null, null, null, null, null),
                Guardrails.NONE,
                Actor.of("rita"),
                "test"));
        Awaitility.await()
                .untilAsserted(() -> Api.viewer()
                        .get("/environments/" + environment + "/guardrails")
                        .then()
                        .body("version", equalTo(version)));
    }

    private ListingId published(String pair, Instant opening) {
        return published("paper", pair, opening);
    }

    /** A feed has shown the listing; returns once control knows it. */
    private ListingId published(String environment, String pair, Instant opening) {
        ListingId id = ListingId.derivedFrom(pair, UUID.randomUUID());
        services.publish(new ListingAnnounced(
                AnswerMessages.first(),
                EnvironmentId.of(environment),
                id,
                Pair.of(pair),
                opening,
                ListingSource.CALENDAR,
                Instant.now()));
        Awaitility.await()
                .until(() -> Api.operator()
                                .body("{\"reason\":\"probe\"}")
                                .post("/environments/" + environment + "/listings/" + id + "/withdrawal")
                                .statusCode()
                        != 404);
        return id;
    }

    private static ValidatableResponse terms(String environment, ListingId id, String body) {
        return Api.operator()
                .body(body)
                .put("/environments/" + environment + "/listings/" + id + "/terms")
                .then();
    }

    private static ValidatableResponse terms(String environment, ListingId id, String key, String body) {
        return Api.operator()
                .header("Idempotency-Key", key)
                .body(body)
                .put("/environments/" + environment + "/listings/" + id + "/terms")
                .then();
    }
}
