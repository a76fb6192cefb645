package io.firstfill.ledger.postgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Price;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.Timelines;
import io.firstfill.ledger.missed.MissedListings;
import io.firstfill.ledger.missed.MissedReports;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The report of an hour is read from what was recorded, stored for good, and its alerts are raised once. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class MissedReportsTest {
    private static final String MISSED = "/api/ledger/v1/missed-listings";

    @Inject
    MissedListings missed;

    @Inject
    MissedReports reports;

    private final LedgerFixture fixture = new LedgerFixture();
    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(5));
    private final Instant opened = hour.plusSeconds(600);

    @Test
    void everyListingThatOpenedAndWasNotBoughtIsNamedWithItsReasonAndItsFirstMinute() {
        twoMissedAndOneBought();

        report();

        given().get(MISSED + "?environment=" + fixture.environment)
                .then()
                .statusCode(200)
                .body("items.reason", contains("NO_RUN", "THROTTLED"))
                .body("items.cause", contains("CHOICE", "OURS"))
                .body("items[0].alertId", nullValue())
                .body("items[0].firstMinute", nullValue())
                .body("items[1].detail", equalTo("until the deadline"))
                .body("items[1].firstMinute.first", equalTo("2"))
                .body("items[1].firstMinute.high", equalTo("3.5"))
                .body("items[1].firstMinute.low", equalTo("1"))
                .body("items[1].firstMinute.last", equalTo("1.5"))
                .body("items[1].firstMinute.highPercent", equalTo("75.00"))
                .body("items[1].firstMinute.lastPercent", equalTo("-25.00"))
                .body("items[1].firstMinute.points", equalTo(4));
        given().get(MISSED + "?reason=NO_RUN,CLOCK&environment=" + fixture.environment)
                .then()
                .body("items.reason", contains("NO_RUN"));
        given().get(MISSED + "/reports?environment=" + fixture.environment + "&from=" + hour + "&to="
                        + hour.plusSeconds(1))
                .then()
                .statusCode(200)
                .body("items.opened", contains(3))
                .body("items.bought", contains(1))
                .body("items.missed", contains(2))
                .body("items.ours", contains(1));
    }

    @Test
    void theAlertAboutAMissedListingIsRaisedOnceHoweverOftenTheReportRuns() {
        twoMissedAndOneBought();

        report();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("alert", fixture.environment, "kind = 'LISTING_MISSED'") == 1);
        report();
        report();

        assertThat(RecordsOnTopics.read(fixture.environment, AlertRaised.class)).hasSize(1);
    }

    @Test
    void aStoredReportCannotBeChanged() {
        twoMissedAndOneBought();
        report();

        for (String change : List.of(
                "UPDATE missed_report SET missed = 0",
                "DELETE FROM missed_report",
                "UPDATE missed_listing SET cause = 'CHOICE'",
                "DELETE FROM missed_listing")) {
            assertThatThrownBy(() -> LedgerDatabase.executeAsSuperuser(change)).hasMessageContaining("never changes");
        }
    }

    @Test
    void aNewReportChangesTheTagOfTheList() {
        twoMissedAndOneBought();
        String tag = given().get(MISSED + "?environment=" + fixture.environment).header("ETag");

        report();

        given().header("If-None-Match", tag)
                .get(MISSED + "?environment=" + fixture.environment)
                .then()
                .statusCode(200);
    }

    private void report() {
        missed.run(fixture.environment).await().atMost(Duration.ofSeconds(20));
        assertThat(reports.latestHour(fixture.environment).await().atMost(Duration.ofSeconds(5)))
                .isPresent();
    }

    /** A run is active at the first two openings and has stopped before the third. */
    private void twoMissedAndOneBought() {
        fixture.record(
                fixture.started(fixture.run),
                new RunStopped(LedgerFixture.meta(opened.plusMillis(1500)), fixture.environment, fixture.run),
                opened(1, opened),
                opened(2, opened.plusSeconds(1)),
                opened(3, opened.plusSeconds(2)),
                new OrderDenied(
                        LedgerFixture.meta(opened),
                        fixture.environment,
                        fixture.run,
                        fixture.listing(1),
                        fixture.pair,
                        fixture.order(1),
                        DenialReason.THROTTLED,
                        "until the deadline",
                        null,
                        Timelines.unanswered(opened)),
                fixture.filled(2, opened, "3", "12.5", "4.16"),
                prices("2", "3.5", "1", "1.5"));
    }

    private TradingOpened opened(int number, Instant at) {
        return new TradingOpened(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.listing(number),
                fixture.pair,
                ListingSource.CALENDAR,
                at,
                at);
    }

    private PricesRecorded prices(String... last) {
        List<PricePoint> points = new ArrayList<>();
        for (String price : last) {
            points.add(new PricePoint(opened.plusSeconds(points.size() * 15L), Price.of(price), null, null));
        }
        points.add(new PricePoint(opened.minusSeconds(1), Price.of("77"), null, null));
        points.add(new PricePoint(opened.plusSeconds(60), Price.of("99"), null, null));
        points.add(new PricePoint(opened.plusSeconds(1), null, Price.of("50"), Price.of("51")));
        return new PricesRecorded(
                LedgerFixture.meta(opened), fixture.environment, fixture.listing(1), fixture.pair, points);
    }
}
