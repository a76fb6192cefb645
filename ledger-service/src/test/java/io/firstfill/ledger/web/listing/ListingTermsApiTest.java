package io.firstfill.ledger.web.listing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.Timelines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proves that a listing shows what persons said of it: its terms, who set them and why, and who announced it. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ListingTermsApiTest {
    private static final Instant T0 = LedgerFixture.T0;
    private static final Pair PAIR = Pair.of("NEWT/USDT");
    private static final ListingTerms ALONE = new ListingTerms(null, null, null, true);

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void theLatestTermsAreShownWithWhoWhenAndWhy() {
        fixture.record(
                fixture.announced(1, "NEWT", T0),
                terms(T0.plusSeconds(1), ALONE, "unknown team"),
                terms(
                        T0.plusSeconds(2),
                        new ListingTerms(Amount.of("7.5"), OrderStyle.IOC_CAPPED, Ratio.of("0.3"), false),
                        "thin book"));
        fixture.record(terms(T0.plusSeconds(1), ALONE, "read late"));

        listing()
                .body("terms.quoteAmount", equalTo("7.5"))
                .body("terms.orderStyle", equalTo("IOC_CAPPED"))
                .body("terms.maxPremium", equalTo("0.3"))
                .body("terms.leaveAlone", equalTo(false))
                .body("terms.changedBy", equalTo("olga"))
                .body("terms.changedAt", equalTo("2026-11-22T12:00:02.000001Z"))
                .body("terms.reason", equalTo("thin book"));
        list().body("items[0].terms.quoteAmount", equalTo("7.5"));
    }

    @Test
    void aListingWithoutTermsShowsNone() {
        fixture.record(fixture.announced(1, "NEWT", T0));

        listing().body("terms", nullValue()).body("evidence[0].by", nullValue());
    }

    @Test
    void whatBecameOfAListingThatWasLeftAloneNamesThatReason() {
        fixture.record(
                fixture.announced(1, "NEWT", T0),
                terms(T0.plusSeconds(1), ALONE, "unknown team"),
                new OrderDenied(
                        LedgerFixture.meta(T0.plusSeconds(60)),
                        fixture.environment,
                        fixture.run,
                        fixture.listing(1),
                        PAIR,
                        fixture.order(1),
                        DenialReason.LEFT_ALONE,
                        "by a person's decision",
                        null,
                        Timelines.unanswered(T0)));

        listing()
                .body("results.reason", contains("LEFT_ALONE"))
                .body("terms.leaveAlone", equalTo(true))
                .body("terms.reason", equalTo("unknown team"));
    }

    @Test
    void whatWasLeftAloneAndIsSkippedForAnotherReasonNowShowsThatOne() {
        fixture.record(
                fixture.announced(1, "NEWT", T0),
                skipped(T0.plusSeconds(1), SkipReason.LEFT_ALONE),
                skipped(T0.plusSeconds(2), SkipReason.NOT_QUALIFIED),
                skipped(T0.plusSeconds(3), SkipReason.LEFT_ALONE));

        listing().body("decisions.reason", contains("NOT_QUALIFIED"));
    }

    @Test
    void aPersonsAnnouncementIsEvidenceThatMovesNoOpening() {
        Instant later = T0.plusSeconds(600);
        fixture.record(
                fixture.announced(1, "NEWT", T0),
                new ListingAnnounced(
                        LedgerFixture.meta(T0.plusSeconds(1)),
                        fixture.environment,
                        fixture.listing(1),
                        PAIR,
                        later,
                        ListingSource.OPERATOR,
                        T0,
                        null,
                        null,
                        Actor.of("olga"),
                        "their own post"),
                new ListingEvidenceWithdrawn(
                        LedgerFixture.meta(T0.plusSeconds(2)),
                        fixture.environment,
                        fixture.listing(1),
                        PAIR,
                        ListingSource.OPERATOR,
                        Actor.of("otto"),
                        "a mistake"));

        listing()
                .body("openingTime", equalTo("2026-11-22T12:01:00.000001Z"))
                .body("status", equalTo("ANNOUNCED"))
                .body("evidence.type", contains("ListingAnnounced", "ListingAnnounced", "ListingEvidenceWithdrawn"))
                .body("evidence.source", contains("CALENDAR", "OPERATOR", "OPERATOR"))
                .body("evidence.by", contains(null, "olga", "otto"))
                .body("evidence.reason", contains(null, "their own post", "a mistake"));
    }

    private ListingTermsChanged terms(Instant at, ListingTerms terms, String reason) {
        return new ListingTermsChanged(
                LedgerFixture.meta(at), fixture.environment, fixture.listing(1), PAIR, terms, Actor.of("olga"), reason);
    }

    private ListingSkipped skipped(Instant at, SkipReason reason) {
        return new ListingSkipped(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.listing(1),
                PAIR,
                fixture.run,
                reason,
                "for the test");
    }

    private ValidatableResponse listing() {
        return given().get("/api/ledger/v1/listings/" + fixture.listing(1))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse list() {
        return given().queryParam("environment", fixture.environment.value())
                .get("/api/ledger/v1/listings")
                .then()
                .statusCode(200);
    }
}
