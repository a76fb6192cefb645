package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Price;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.Timelines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a listing came to is told for every run, and for listings that opened while no run was active. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ListingOutcomeTest {
    private static final String API = "/api/ledger/v1/";
    private static final Instant T0 = LedgerFixture.T0;
    private static final Instant OPENED = T0.plusSeconds(60);

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void aListingThatOpenedWhileNoRunWasActiveSaysSo() {
        fixture.record(fixture.announced(1, "NEWT", T0), opened(1));

        listing(1)
                .body("outcome", equalTo("MISSED"))
                .body("results.reason", contains("NO_RUN"))
                .body("results[0].runId", nullValue());
    }

    @Test
    void aRunThatStoppedBeforeTheOpeningWasNotActive() {
        fixture.record(fixture.started(fixture.run), fixture.announced(1, "NEWT", T0), opened(1));
        listing(1).body("results.reason", contains("NO_DECISION")).body("results[0].outcome", equalTo("UNDECIDED"));

        fixture.record(fixture.stopped(fixture.run));

        listing(1).body("results.reason", contains("NO_RUN"));
    }

    @Test
    void aBoughtListingShowsWhatWasFilledAndNoReason() {
        fixture.record(
                fixture.started(fixture.run),
                fixture.announced(1, "NEWT", T0),
                opened(1),
                signal(1, fixture.run),
                fixture.submitted(1, OPENED, "12.5"),
                fixture.filled(1, OPENED, "3", "12.5", "4.16"));

        listing(1)
                .body("outcome", equalTo("BOUGHT"))
                .body("results.outcome", contains("BOUGHT"))
                .body("results[0].reason", nullValue())
                .body("results[0].filledAmount", equalTo("12.5"))
                .body("results[0].runId", equalTo(fixture.run.toString()));
    }

    @Test
    void everyRunSaysWhyItDidNotBuy() {
        RunId other = new RunId(UUID.randomUUID());
        fixture.record(
                fixture.started(fixture.run),
                fixture.announced(1, "NEWT", T0),
                opened(1),
                skipped(1, other),
                signal(1, fixture.run),
                denied(1, DenialReason.NO_PERMIT, "permits=0 cap=SPEND used=100 limit=100"));

        listing(1)
                .body("outcome", equalTo("MISSED"))
                .body("results.reason", contains("CAP_REACHED", "DENIED_PATTERN"))
                .body("results.outcome", contains("DENIED", "SKIPPED"))
                .body("results[1].runId", equalTo(other.toString()));
    }

    @Test
    void aListingThatHasNotOpenedIsPending() {
        fixture.record(fixture.announced(1, "NEWT", T0));

        listing(1).body("outcome", equalTo("PENDING")).body("results.size()", equalTo(0));
    }

    @Test
    void theSuccessOfARunCountsEachListingOnce() {
        fixture.record(fixture.started(fixture.run));
        fixture.record(
                signal(1, fixture.run),
                fixture.submitted(1, OPENED, "12.5"),
                fixture.filled(1, OPENED, "3", "12.5", "4.16"),
                signal(2, fixture.run),
                denied(2, DenialReason.THROTTLED, "until the deadline"),
                signal(3, fixture.run),
                rejected(3),
                signal(4, fixture.run),
                skipped(5, fixture.run));

        given().get(API + "success-rates/" + fixture.run)
                .then()
                .statusCode(200)
                .body("wanted", equalTo(4))
                .body("bought", equalTo(1))
                .body("skipped", equalTo(1))
                .body("successRate", equalTo("0.2500"))
                .body("denied.THROTTLED", equalTo(1))
                .body("rejected.'30018'", equalTo(1))
                .body("outcomes.NO_ORDER", equalTo(1));
        given().get(API + "success-rates?environment=" + fixture.environment + "&status=ACTIVE")
                .then()
                .statusCode(200)
                .body("items.runId", contains(fixture.run.toString()));
    }

    @Test
    void pricesAroundAnOpeningArePagedInTheOrderOfTime() {
        fixture.record(fixture.announced(1, "NEWT", T0), prices(1, "1", "2.5", "2.25", "3"), prices(1, "1", "2.5"));

        List<String> last = new ArrayList<>();
        String path = API + "listings/" + fixture.listing(1) + "/prices?limit=3";
        String cursor = null;
        do {
            JsonPath page = given().get(path + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            last.addAll(page.getList("items.collect { it.last }"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(last).containsExactly("1", "2.5", "2.25", "3");
        given().get(API + "listings/" + fixture.listing(2) + "/prices").then().statusCode(404);
    }

    @Test
    void singleItemsAreFoundByTheirIds() {
        fixture.record(fixture.announced(1, "NEWT", T0), fixture.submitted(1, OPENED, "12.5"));

        String permit = given().get(API + "permits?environment=" + fixture.environment)
                .jsonPath()
                .getString("items[0].permitId");
        given().get(API + "permits/" + permit).then().statusCode(200).body("status", equalTo("USED"));
        for (String missing : List.of("positions/", "alerts/", "permits/", "listings/", "success-rates/")) {
            given().get(API + missing + UUID.randomUUID()).then().statusCode(404);
        }
    }

    private PricesRecorded prices(int number, String... last) {
        List<PricePoint> points = new ArrayList<>();
        for (String price : last) {
            points.add(new PricePoint(OPENED.plusSeconds(points.size()), Price.of(price), null, null));
        }
        return new PricesRecorded(
                LedgerFixture.meta(OPENED), fixture.environment, fixture.listing(number), fixture.pair, points);
    }

    private TradingOpened opened(int number) {
        return new TradingOpened(
                LedgerFixture.meta(OPENED),
                fixture.environment,
                fixture.listing(number),
                fixture.pair,
                ListingSource.CALENDAR,
                OPENED,
                OPENED);
    }

    private ListingSignal signal(int number, RunId run) {
        return new ListingSignal(
                LedgerFixture.meta(T0),
                fixture.environment,
                fixture.listing(number),
                fixture.pair,
                run,
                ListingSource.CALENDAR,
                Confidence.CONFIRMED,
                OPENED,
                T0,
                OPENED.plusSeconds(2),
                null);
    }

    private ListingSkipped skipped(int number, RunId run) {
        return new ListingSkipped(
                LedgerFixture.meta(T0),
                fixture.environment,
                fixture.listing(number),
                fixture.pair,
                run,
                SkipReason.DENIED_PATTERN,
                "NEWT matches NEW*");
    }

    private OrderDenied denied(int number, DenialReason reason, String detail) {
        return new OrderDenied(
                LedgerFixture.meta(OPENED.plusSeconds(1)),
                fixture.environment,
                fixture.run,
                fixture.listing(number),
                fixture.pair,
                fixture.order(number),
                reason,
                detail,
                null,
                Timelines.unanswered(OPENED));
    }

    private OrderRejected rejected(int number) {
        return new OrderRejected(
                LedgerFixture.meta(OPENED.plusSeconds(1)),
                fixture.environment,
                fixture.run,
                fixture.listing(number),
                fixture.pair,
                fixture.order(number),
                400,
                30018,
                "market orders are not supported",
                Rejection.STYLE_REFUSED,
                0,
                Timelines.unanswered(OPENED));
    }

    private ValidatableResponse listing(int number) {
        return given().get(API + "listings/" + fixture.listing(number)).then().statusCode(200);
    }
}
