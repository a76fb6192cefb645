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

/** US2: what a sniper meets before, at and after an opening. */
class ListingLifeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Lab lab = new Lab();

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void showsAComingPairAsPausedInEverySource() {
        Instant openAt = Instant.ofEpochMilli(System.currentTimeMillis()).plusSeconds(3600);

        lab.list("NEW", openAt, "");

        JsonNode row = lab.get("/api/v3/exchangeInfo?symbol=NEWUSDT")
                .body()
                .path("symbols")
                .path(0);
        assertThat(row.path("status").asText()).isEqualTo("2");
        assertThat(row.path("isSpotTradingAllowed").asBoolean()).isFalse();
        assertThat(row.path("firstOpenTime").asLong()).isEqualTo(openAt.toEpochMilli());
        JsonNode coin = coin("NEW");
        assertThat(coin.path("firstOpenTime").asLong()).isEqualTo(openAt.toEpochMilli());
        JsonNode web = lab.get("/api/platform/spot/market-v2/web/symbolsV2").body();
        assertThat(web.at("/data/symbols/USDT").findValuesAsText("vn")).contains("NEW");
        assertThat(lab.get("/api/v3/ticker/price?symbol=NEWUSDT").code()).isEqualTo(-1121);
        assertThat(lab.get("/api/v3/defaultSymbols").body().path("data").toString())
                .doesNotContain("NEWUSDT");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED_30001, 30001", "REFUSED_10007, 10007", "REFUSED_30000, 30000", "REFUSED_30016, 30016"})
    void refusesOrdersBeforeTheOpening(String answer, int code) {
        lab.list("NEW", Instant.now().plusSeconds(3600), ",\"behaviour\":{\"preOpenAnswer\":\"" + answer + "\"}");

        Lab.Answer refused = lab.buyMarket("NEWUSDT", "50", "early");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        JsonNode arrival = lab.truth("/arrivals?symbol=NEWUSDT").path(0);
        assertThat(arrival.path("microsAfterOpen").asLong()).isNegative();
        assertThat(arrival.path("code").asInt()).isEqualTo(code);
    }

    @Test
    void opensAtTheAnnouncedInstantPlusItsDelayAndAcceptsFromThenOn() {
        Instant openAt = Instant.ofEpochMilli(System.currentTimeMillis()).plusMillis(400);
        lab.list("NEW", openAt, ",\"openDelayMillis\":\"37.5\"");

        Lab.await(PATIENCE, () -> lab.buyMarket("NEWUSDT", "50", "snipe").status() == 200);

        JsonNode listing = lab.truth("/listings/NEWUSDT");
        assertThat(listing.path("state").asText()).isEqualTo("OPEN");
        assertThat(listing.path("trueOpenMicros").asLong()).isEqualTo(openAt.toEpochMilli() * 1000 + 37_500);
        JsonNode arrivals = lab.truth("/arrivals?symbol=NEWUSDT");
        assertThat(arrivals.size()).isGreaterThan(1);
        for (JsonNode arrival : arrivals) {
            boolean accepted = arrival.path("code").asInt() == 200;
            assertThat(arrival.path("microsAfterOpen").asLong()).matches(micros -> accepted || micros < 0);
        }
        JsonNode last = arrivals.path(arrivals.size() - 1);
        assertThat(last.path("microsAfterOpen").asLong()).isGreaterThan(-100_000);
        assertThat(last.path("orderId").asText()).startsWith("C02__");
        assertThat(lab.query("NEWUSDT", "snipe").body().path("status").asText()).isEqualTo("FILLED");
        assertThat(lab.get("/api/v3/ticker/price?symbol=NEWUSDT").status()).isEqualTo(200);
    }

    @Test
    void keepsASurpriseOutOfEverySourceUntilItOpens() {
        lab.list("BOO", Instant.now().plusMillis(400), ",\"surprise\":true");

        String before = lab.get("/api/v3/exchangeInfo").response().body()
                + lab.get("/api/operation/new_coin_calendar").response().body();
        int refused = lab.buyMarket("BOOUSDT", "50", "early").code();

        assertThat(before).doesNotContain("BOO");
        assertThat(refused).isEqualTo(10007);
        Lab.await(
                PATIENCE,
                () -> lab.get("/api/v3/ticker/price").response().body().contains("BOOUSDT"));
        assertThat(lab.get("/api/operation/new_coin_calendar").response().body())
                .doesNotContain("BOO");
    }

    @Test
    void neverClaimsToHaveOpenedWhileItStillRefused() {
        lab.list("NEW", Instant.now().plusSeconds(3600), "");
        lab.buyMarket("NEWUSDT", "50", "refused");

        lab.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"2020-01-01T00:00:00Z\"}");

        lab.buyMarket("NEWUSDT", "50", "accepted");
        JsonNode arrivals = lab.truth("/arrivals?symbol=NEWUSDT");
        assertThat(arrivals.path(0).path("microsAfterOpen").asLong()).isNegative();
        assertThat(arrivals.path(1).path("microsAfterOpen").asLong()).isPositive();
        assertThat(arrivals.path(1).path("code").asInt()).isEqualTo(200);
    }

    @Test
    void keepsTheCoinsOfThePastWeekInTheCalendarWhenTheOnlyComingOneIsWithdrawn() {
        lab.list("NEW", Instant.now().plusSeconds(60), "");

        lab.control("DELETE", "/listings/NEWUSDT", "");

        JsonNode coins = calendar();
        assertThat(coins.findValuesAsText("vcoinName")).containsExactly("GLIM", "TARN", "OKRA");
        for (JsonNode coin : coins) {
            Instant opened = Instant.ofEpochMilli(coin.path("firstOpenTime").asLong());
            assertThat(opened)
                    .isBefore(Instant.now().minusSeconds(3600))
                    .isAfter(Instant.now().minusSeconds(7 * 86_400));
            assertThat(lab.get("/api/v3/ticker/price?symbol="
                                    + coin.path("vcoinName").asText() + "USDT")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void postponesAndWithdraws() {
        lab.list("NEW", Instant.now().plusSeconds(60), "");
        Instant later = Instant.ofEpochMilli(System.currentTimeMillis()).plusSeconds(7200);

        lab.control("PATCH", "/listings/NEWUSDT", "{\"openAt\":\"" + later + "\"}");

        assertThat(coin("NEW").path("firstOpenTime").asLong()).isEqualTo(later.toEpochMilli());
        assertThat(lab.control("DELETE", "/listings/NEWUSDT", "").status()).isEqualTo(200);
        assertThat(calendar().findValuesAsText("vcoinName")).doesNotContain("NEW");
        assertThat(lab.control("DELETE", "/listings/NEWUSDT", "").status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"REFUSED_30018, 30018", "REFUSED_30019, 30019"})
    void mayRefuseMarketOrdersInTheFirstMinute(String first, int code) {
        openNow(",\"behaviour\":{\"marketFirstMinute\":\"" + first + "\"}");

        assertThat(lab.buyMarket("NEWUSDT", "50", "snipe").code()).isEqualTo(code);
    }

    @Test
    void mayAcceptAMarketOrderInTheFirstMinuteAndCancelItWithNothingFilled() {
        openNow(",\"behaviour\":{\"marketFirstMinute\":\"CANCELED\"}");

        Lab.Answer accepted = lab.buyMarket("NEWUSDT", "50", "snipe");

        JsonNode order = lab.query("NEWUSDT", "snipe").body();
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(order.path("status").asText()).isEqualTo("CANCELED");
        assertThat(order.path("executedQty").asText()).isEqualTo("0");
        assertThat(lab.truth("/accounts/alpha").at("/balances/USDT/free").asText())
                .isEqualTo("1000");
    }

    @Test
    void cancelsWhatAMarketOrderCannotBuyBelowItsProtectionPrice() {
        openNow(",\"behaviour\":{\"makerLevels\":1,\"makerLevelAmount\":\"30\"}");

        lab.buyMarket("NEWUSDT", "200", "snipe");

        JsonNode order = lab.query("NEWUSDT", "snipe").body();
        assertThat(order.path("status").asText()).isEqualTo("PARTIALLY_CANCELED");
        assertThat(new BigDecimal(order.path("cummulativeQuoteQty").asText()))
                .isBetween(new BigDecimal("25"), new BigDecimal("35"));
    }

    @Test
    void pumpsThenFades() {
        openNow(",\"behaviour\":{\"pumpPeak\":\"4\",\"pumpMillis\":300,\"fadeMillis\":300,\"fadeTo\":\"1\","
                + "\"makerIntervalMillis\":20,\"makerTrades\":true}");

        Lab.await(PATIENCE, () -> price().compareTo(new BigDecimal("1.2")) > 0);
        Lab.await(PATIENCE, () -> price().compareTo(new BigDecimal("0.6")) < 0);
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
        return lab.get("/api/operation/new_coin_calendar").body().at("/data/newCoins");
    }

    private BigDecimal price() {
        return new BigDecimal(lab.get("/api/v3/ticker/price?symbol=NEWUSDT")
                .body()
                .path("price")
                .asText());
    }

    private void openNow(String more) {
        lab.list("NEW", Instant.now().minusMillis(1), more);
    }
}
