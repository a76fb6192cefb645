package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves US2: a listing is detected and bought once, and the ledger records what the exchange did. */
class SnipeIT extends Scenario {
    /** The feeds that show a listing before it trades; whichever came first is the evidence. */
    private static final String[] ANNOUNCING = {"CALENDAR", "EXCHANGE_INFO"};

    /** The feeds that show a pair once it trades. */
    private static final String[] SEEN_TRADING = {"TICKER_PRICE", "DEFAULT_SYMBOLS", "BOOK_TICKER"};

    SnipeIT(Stack stack) {
        super(stack);
    }

    @Test
    void aScheduledListingIsBoughtOnceAtItsOpening() {
        String base = newToken();
        startedRun();

        exchange.scheduleListing(base, in(Duration.ofSeconds(15)), PRICE);

        JsonObject trade = awaitTrade(base, Duration.ofSeconds(40));
        assertThat(trade.getString("status")).isEqualTo("FILLED");
        // By the time of acceptance: a request that arrives microseconds before the opening is processed after it.
        assertThat(exchange.orders(base + "USDT").getFirst().getLong("acceptedMicros"))
                .isGreaterThanOrEqualTo(exchange.listing(base + "USDT").getLong("trueOpenMicros"));
        ledger.assertBoughtOnce(base);
    }

    @Test
    void aSurpriseListingIsBoughtOnceWhenItIsSeen() {
        String base = newToken();
        startedRun();

        exchange.surpriseListing(base, in(Duration.ofSeconds(2)), PRICE);

        JsonObject trade = awaitTrade(base, Duration.ofSeconds(30));
        assertThat(trade.getLong("detectionToSubmittedMicros")).isPositive();
        ledger.assertBoughtOnce(base);
    }

    @Test
    void calendarAndTickerEvidenceOfOneListingBuyOnce() {
        String base = newToken();
        startedRun();
        exchange.scheduleListing(base, in(Duration.ofSeconds(12)), PRICE);
        awaitTrade(base, Duration.ofSeconds(40));

        await("the ticker's evidence to be added")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(sources(base)).containsAnyOf(ANNOUNCING).containsAnyOf(SEEN_TRADING));

        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> ledger.assertBoughtOnce(base));
        assertThat(operator.ledger("/listings?environment=paper&pair=" + base + "/USDT")
                        .expect(200)
                        .items())
                .hasSize(1);
    }

    @Test
    void aTickerInAnyScriptOrOfDigitsIsBoughtOnce() {
        List<String> bases = List.of("币安人生", "4", "0G", "1INCH", "МИР");
        startedRun();

        Instant opening = in(Duration.ofSeconds(15));
        for (int i = 0; i < bases.size(); i++) {
            Instant openAt = opening.plusMillis(1500L * i);
            if (i % 2 == 0) {
                exchange.scheduleListing(bases.get(i), openAt, PRICE);
            } else {
                exchange.surpriseListing(bases.get(i), openAt, PRICE);
            }
        }

        bases.forEach(base -> {
            assertThat(awaitTrade(base, Duration.ofSeconds(40)).getString("pair"))
                    .isEqualTo(base + "/USDT");
            ledger.assertBoughtOnce(base);
        });
    }

    @Test
    void aBuyLeavesThePricesAroundItsOpeningAndABalanceThatFellByWhatWasSpent() {
        String base = newToken();
        startedRun();
        BigDecimal before = awaitKnownBalance();

        exchange.scheduleListing(base, in(Duration.ofSeconds(15)), PRICE);
        JsonObject trade = awaitTrade(base, Duration.ofSeconds(40));

        BigDecimal spent = new BigDecimal(trade.getString("filledAmount"));
        await("the balance after the buy")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(before.subtract(reportedBalance()))
                        .as("spent, and perhaps a fee")
                        .isBetween(spent, spent.multiply(new BigDecimal("1.01"))));
        assertThat(awaitKnownBalance()).isLessThan(before);
        await("prices of the opening").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<JsonObject> prices = operator.ledger("/listings/" + trade.getString("listingId") + "/prices?limit=500")
                    .expect(200)
                    .items();
            assertThat(prices)
                    .anySatisfy(point -> assertThat(point.getString("ask")).isNotNull());
            assertThat(prices)
                    .anySatisfy(point -> assertThat(point.getString("last")).isNotNull());
        });
    }

    /** Waits until ledger and control state what the exchange says is free, and returns it. */
    private BigDecimal awaitKnownBalance() {
        await("the balance to be known").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonObject holding = exchange.send("GET", "/accounts/paper", null)
                    .expect(200)
                    .json()
                    .getJsonObject("balances")
                    .getJsonObject("USDT");
            assertThat(reportedBalance())
                    .isEqualByComparingTo(holding.getValue("free").toString());
            JsonObject shown = operator.control("GET", "/environments/paper", null)
                    .expect(200)
                    .json()
                    .getJsonObject("balances");
            assertThat(new BigDecimal(
                            shown.getJsonArray("balances").getJsonObject(0).getString("free")))
                    .isEqualByComparingTo(reportedBalance());
        });
        return reportedBalance();
    }

    /** The free USDT as the ledger has it. */
    private BigDecimal reportedBalance() {
        JsonObject latest = operator.ledger("/balances/latest?environment=paper")
                .expect(200)
                .json();
        return new BigDecimal(latest.getJsonArray("balances").getJsonObject(0).getString("free"));
    }

    private List<String> sources(String base) {
        JsonObject listing = operator.ledger("/listings?environment=paper&pair=" + base + "/USDT")
                .expect(200)
                .items()
                .getFirst();
        return listing.getJsonArray("evidence").stream()
                .map(evidence -> ((JsonObject) evidence).getString("source"))
                .toList();
    }
}
