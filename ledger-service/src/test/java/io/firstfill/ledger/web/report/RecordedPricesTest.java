package io.firstfill.ledger.web.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Proves that batches as the scanner writes them are read as one list of prices, each point once. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class RecordedPricesTest {
    private static final Instant OPENED = LedgerFixture.T0.plusSeconds(60);

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void tradesAndBooksOfSeveralBatchesAreOneListInTheOrderOfTime() {
        fixture.record(
                fixture.announced(1, "NEWT", LedgerFixture.T0),
                batch(book(-10_000, null, "2.5"), book(12, "2", "2.5")),
                batch(trade(14_800, "2.25"), book(5_100, "2.1", "2.3")));

        JsonPath page = prices();

        assertThat(page.<String>getList("items.collect { it.last }")).containsExactly(null, null, null, "2.25");
        assertThat(page.<String>getList("items.collect { it.bid }")).containsExactly(null, "2", "2.1", null);
        assertThat(page.<String>getList("items.collect { it.ask }")).containsExactly("2.5", "2.5", "2.3", null);
    }

    /** A scanner that was killed after it had published, and the one that took over from it, may both have a point. */
    @Test
    void aBatchThatComesTwiceAndAPointOfTwoBatchesAreReadOnce() {
        PricesRecorded batch = batch(book(12, "2", "2.5"), book(13, "2", "2.6"), book(13, "2", "2.6"));
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0), batch);
        fixture.record(batch, batch(book(13, "2", "2.6"), book(14, "2", "2.7")));

        assertThat(prices().<String>getList("items.ask")).containsExactly("2.5", "2.6", "2.7");
    }

    private JsonPath prices() {
        return given().get("/api/ledger/v1/listings/" + fixture.listing(1) + "/prices")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private PricesRecorded batch(PricePoint... points) {
        return new PricesRecorded(
                LedgerFixture.meta(OPENED), fixture.environment, fixture.listing(1), fixture.pair, List.of(points));
    }

    private static PricePoint trade(long millis, String last) {
        return new PricePoint(OPENED.plusMillis(millis), Price.of(last), null, null);
    }

    private static PricePoint book(long millis, @Nullable String bid, String ask) {
        return new PricePoint(OPENED.plusMillis(millis), null, bid == null ? null : Price.of(bid), Price.of(ask));
    }
}
