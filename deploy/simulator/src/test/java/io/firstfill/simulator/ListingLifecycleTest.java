package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves what a client of the exchange sees and may do before, at and after an opening (user story 2). */
class ListingLifecycleTest {

    private static final Duration DELAY = Duration.ofNanos(37_500_000);
    private static final Duration ONE_MICROSECOND = Duration.ofNanos(1000);

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void showsAScheduledPairAsPausedInEverySource() {
        Instant openAt = clock.instant().plusSeconds(3600);

        simulator.list("NEW", openAt, "");

        JsonNode row = simulator
                .get("/api/v3/exchangeInfo?symbol=NEWUSDT")
                .body()
                .path("symbols")
                .path(0);
        assertThat(row.path("status").asText()).isEqualTo("2");
        assertThat(row.path("isSpotTradingAllowed").asBoolean()).isFalse();
        assertThat(row.path("firstOpenTime").asLong()).isEqualTo(openAt.toEpochMilli());
        JsonNode coin = coin("NEW");
        assertThat(coin.path("firstOpenTime").asLong()).isEqualTo(openAt.toEpochMilli());
        JsonNode web =
                simulator.get("/api/platform/spot/market-v2/web/symbolsV2").body();
        assertThat(web.at("/data/symbols/USDT").findValuesAsText("vn")).contains("NEW");
        assertThat(simulator.get("/api/v3/ticker/price?symbol=NEWUSDT").code()).isEqualTo(-1121);
        assertThat(simulator.get("/api/v3/defaultSymbols").body().path("data").toString())
                .doesNotContain("NEWUSDT");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED_30001, 30001", "REFUSED_10007, 10007", "REFUSED_30000, 30000", "REFUSED_30016, 30016"})
    void refusesOrdersBeforeTheOpening(String answer, int code) {
        simulator.list(
                "NEW", clock.instant().plusSeconds(3600), ",\"behaviour\":{\"preOpenAnswer\":\"" + answer + "\"}");

        RunningSimulator.Answer refused = simulator.buyMarket("NEWUSDT", "50", "early");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        JsonNode arrival = simulator.state("/arrivals?symbol=NEWUSDT").path(0);
        assertThat(arrival.path("microsAfterOpen").asLong()).isNegative();
        assertThat(arrival.path("code").asInt()).isEqualTo(code);
    }

    @Test
    void opensAtTheAnnouncedTimePlusItsDelayAndAcceptsFromThenOn() {
        Instant openAt = clock.instant().plusSeconds(10);
        simulator.list("NEW", openAt, ",\"openDelayMillis\":\"37.5\"");
        clock.advance(Duration.ofSeconds(10).plus(DELAY).minus(ONE_MICROSECOND));

        int early = simulator.buyMarket("NEWUSDT", "50", "early").code();
        clock.advance(ONE_MICROSECOND);
        int onTime = simulator.buyMarket("NEWUSDT", "50", "snipe").status();

        assertThat(early).isEqualTo(30001);
        assertThat(onTime).isEqualTo(200);
        JsonNode listing = simulator.state("/listings/NEWUSDT");
        assertThat(listing.path("state").asText()).isEqualTo("OPEN");
        assertThat(listing.path("trueOpenMicros").asLong()).isEqualTo(openAt.toEpochMilli() * 1000 + 37_500);
        JsonNode arrivals = simulator.state("/arrivals?symbol=NEWUSDT");
        assertThat(arrivals.findValuesAsText("microsAfterOpen")).containsExactly("-1", "0");
        assertThat(arrivals.path(1).path("orderId").asText()).startsWith("C02__");
        assertThat(simulator.query("NEWUSDT", "snipe").body().path("status").asText())
                .isEqualTo("FILLED");
        assertThat(simulator.get("/api/v3/ticker/price?symbol=NEWUSDT").status())
                .isEqualTo(200);
    }

    @Test
    void keepsASurpriseOutOfEverySourceUntilItOpens() {
        simulator.list("BOO", clock.instant().plusSeconds(10), ",\"surprise\":true");

        String before = simulator.get("/api/v3/exchangeInfo").response().body()
                + simulator.get("/api/operation/new_coin_calendar").response().body();
        int refused = simulator.buyMarket("BOOUSDT", "50", "early").code();

        assertThat(before).doesNotContain("BOO");
        assertThat(refused).isEqualTo(10007);
        clock.advance(Duration.ofSeconds(10));
        assertThat(simulator.get("/api/v3/ticker/price").response().body()).contains("BOOUSDT");
        assertThat(simulator.get("/api/operation/new_coin_calendar").response().body())
                .doesNotContain("BOO");
    }

    @Test
    void reportsNoOpeningAtATimeAtWhichItStillRefused() {
        simulator.list("NEW", clock.instant().plusSeconds(3600), "");
        simulator.buyMarket("NEWUSDT", "50", "refused");

        clock.advance(Duration.ofMillis(1));
        simulator.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"2020-01-01T00:00:00Z\"}");
        clock.advance(Duration.ofMillis(1));

        simulator.buyMarket("NEWUSDT", "50", "accepted");
        JsonNode arrivals = simulator.state("/arrivals?symbol=NEWUSDT");
        assertThat(arrivals.path(0).path("microsAfterOpen").asLong()).isNegative();
        assertThat(arrivals.path(1).path("microsAfterOpen").asLong()).isPositive();
        assertThat(arrivals.path(1).path("code").asInt()).isEqualTo(200);
    }

    @Test
    void keepsTheCoinsOfThePastWeekInTheCalendarWhenTheOnlyScheduledOneIsWithdrawn() {
        simulator.list("NEW", clock.instant().plusSeconds(60), "");

        simulator.control("DELETE", "/listings/NEWUSDT", "");

        JsonNode coins = calendar();
        assertThat(coins.findValuesAsText("vcoinName")).containsExactly("GLIM", "TARN", "OKRA");
        for (JsonNode coin : coins) {
            Instant opened = Instant.ofEpochMilli(coin.path("firstOpenTime").asLong());
            assertThat(opened)
                    .isBefore(clock.instant().minusSeconds(3600))
                    .isAfter(clock.instant().minusSeconds(7 * 86_400));
            assertThat(simulator
                            .get("/api/v3/ticker/price?symbol="
                                    + coin.path("vcoinName").asText() + "USDT")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void postponesAndWithdraws() {
        simulator.list("NEW", clock.instant().plusSeconds(60), "");
        Instant later = clock.instant().plusSeconds(7200);

        simulator.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"" + later + "\"}");

        assertThat(coin("NEW").path("firstOpenTime").asLong()).isEqualTo(later.toEpochMilli());
        assertThat(simulator.control("DELETE", "/listings/NEWUSDT", "").status())
                .isEqualTo(200);
        assertThat(calendar().findValuesAsText("vcoinName")).doesNotContain("NEW");
        assertThat(simulator.control("DELETE", "/listings/NEWUSDT", "").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED_30018, 30018", "REFUSED_30019, 30019"})
    void mayRefuseMarketOrdersInTheFirstMinute(String first, int code) {
        openNow(",\"behaviour\":{\"marketFirstMinute\":\"" + first + "\"}");

        assertThat(simulator.buyMarket("NEWUSDT", "50", "snipe").code()).isEqualTo(code);
    }

    @Test
    void mayAcceptAMarketOrderInTheFirstMinuteAndCancelItWithNothingFilled() {
        openNow(",\"behaviour\":{\"marketFirstMinute\":\"CANCELED\"}");

        RunningSimulator.Answer accepted = simulator.buyMarket("NEWUSDT", "50", "snipe");

        JsonNode order = simulator.query("NEWUSDT", "snipe").body();
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(order.path("status").asText()).isEqualTo("CANCELED");
        assertThat(order.path("executedQty").asText()).isEqualTo("0");
        assertThat(simulator.state("/accounts/alpha").at("/balances/USDT/free").asText())
                .isEqualTo("1000");
    }

    @Test
    void cancelsWhatAMarketOrderCannotBuyBelowItsProtectionPrice() {
        openNow(",\"behaviour\":{\"makerLevels\":1,\"makerLevelAmount\":\"30\"}");

        simulator.buyMarket("NEWUSDT", "200", "snipe");

        JsonNode order = simulator.query("NEWUSDT", "snipe").body();
        assertThat(order.path("status").asText()).isEqualTo("PARTIALLY_CANCELED");
        assertThat(new BigDecimal(order.path("cummulativeQuoteQty").asText()))
                .isBetween(new BigDecimal("25"), new BigDecimal("35"));
    }

    @Test
    void pumpsThenFades() {
        openNow(",\"behaviour\":{\"pumpPeak\":\"4\",\"pumpMillis\":300,\"fadeMillis\":300,\"fadeTo\":\"1\","
                + "\"makerIntervalMillis\":20,\"makerTrades\":true}");

        simulator.state("/listings/NEWUSDT");
        clock.advance(Duration.ofMillis(300));
        RunningSimulator.await(() -> price().compareTo(new BigDecimal("1.2")) > 0);
        clock.advance(Duration.ofMillis(300));
        RunningSimulator.await(() -> price().compareTo(new BigDecimal("0.6")) < 0);
    }

    private JsonNode coin(String name) {
        for (JsonNode coin : calendar()) {
            if (coin.path("vcoinName").asText().equals(name)) {
                return coin;
            }
        }
        throw new AssertionError(name + " is not in the calendar");
    }

    private JsonNode calendar() {
        return simulator.get("/api/operation/new_coin_calendar").body().at("/data/newCoins");
    }

    private BigDecimal price() {
        return new BigDecimal(simulator
                .get("/api/v3/ticker/price?symbol=NEWUSDT")
                .body()
                .path("price")
                .asText());
    }

    private void openNow(String more) {
        simulator.list("NEW", clock.instant().minusMillis(1), more);
    }
}
