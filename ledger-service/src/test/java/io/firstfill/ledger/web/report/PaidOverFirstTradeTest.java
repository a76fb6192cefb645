package io.firstfill.ledger.web.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.price.PushedTrade;
import io.firstfill.contract.value.Price;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proves that an order that bought something shows what it paid over the first trade at its opening, if known. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class PaidOverFirstTradeTest {
    private static final Instant OPENING = LedgerFixture.T0.plusSeconds(60);

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void theFirstTradeSinceTheOpeningIsWhatAPurchaseIsComparedWith() {
        fixture.record(
                fixture.announced(1, "NEWT", LedgerFixture.T0),
                prices(trade(-30_000, "0.5"), trade(40, "2.6"), trade(23, "2"), trade(90, "1.5")));

        bought(1, OPENING, "2.5");

        assertThat(order(1).getString("firstTradePrice")).isEqualTo("2");
        assertThat(order(1).getString("paidOverFirstTrade")).isEqualTo("0.250000");
    }

    @Test
    void aPurchaseBelowTheFirstTradeIsNegative() {
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0), prices(trade(23, "2")));

        bought(1, OPENING, "1.9");

        assertThat(order(1).getString("paidOverFirstTrade")).isEqualTo("-0.050000");
    }

    @Test
    void theFirstTradeIsThatOfThePushAndItsOwnTimeCounts() {
        PricePoint pushedLate = new PricePoint(
                OPENING.plusMillis(400),
                Price.of("3"),
                null,
                null,
                new PushedTrade(OPENING.plusMillis(23), Price.of("2")));
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0), prices(pushedLate, trade(60, "4")));

        bought(1, OPENING, "3");

        assertThat(order(1).getString("firstTradePrice")).isEqualTo("2");
    }

    @Test
    void anAnswerIsNoTradeALateOneNotTheFirstAndOfASurpriseNoneIsKnown() {
        PricePoint answer = new PricePoint(OPENING.plusMillis(10), Price.of("2"), null, null);
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0), prices(answer, trade(250, "4")));

        bought(1, OPENING, "3");
        bought(2, null, "3");

        assertThat(order(1).getString("paidOverFirstTrade")).isNull();
        assertThat(order(2).getString("paidOverFirstTrade")).isNull();
    }

    @Test
    void whereNoTradeIsRecordedOrNothingWasBoughtThereIsNoComparison() {
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0), prices(trade(-30_000, "0.5")));
        bought(1, OPENING, "2.5");
        fixture.record(fixture.accepted(2, OPENING));

        assertThat(order(1).getString("firstTradePrice")).isNull();
        assertThat(order(1).getString("paidOverFirstTrade")).isNull();
        assertThat(order(2).getString("paidOverFirstTrade")).isNull();
    }

    private void bought(int number, @Nullable Instant opening, String price) {
        Instant at = OPENING.plusMillis(30);
        Timeline timeline = new Timeline(opening, at, at, at, at, at, at, at, at, at, at, at);
        fixture.record(fixture.filled(number, at, "10", "25", price, timeline));
    }

    private JsonPath order(int number) {
        return given().get("/api/ledger/v1/orders/" + fixture.order(number))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private PricesRecorded prices(PricePoint... points) {
        return new PricesRecorded(
                LedgerFixture.meta(OPENING), fixture.environment, fixture.listing(1), fixture.pair, List.of(points));
    }

    private static PricePoint trade(long millis, String last) {
        Instant made = OPENING.plusMillis(millis);
        return new PricePoint(made.plusMillis(5), Price.of(last), null, null, new PushedTrade(made, Price.of(last)));
    }
}
