package io.firstfill.ledger.web.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
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

/** Proves that every order that bought something shows what it paid over the first trade at its opening. */
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
                prices(trade(-30_000, "0.5"), trade(23, "2"), trade(40, "2.6"), trade(90, "1.5")));

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
    void aSurpriseIsComparedWithTheFirstTradeThatIsKnown() {
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0), prices(trade(-10, "2"), trade(23, "4")));

        bought(1, null, "3");

        assertThat(order(1).getString("paidOverFirstTrade")).isEqualTo("0.500000");
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
        return new PricePoint(OPENING.plusMillis(millis), Price.of(last), null, null);
    }
}
