package io.firstfill.mexc;

import static io.firstfill.mexc.StubExchange.answering;
import static io.firstfill.mexc.StubExchange.golden;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.listing.Calendar;
import io.firstfill.mexc.listing.CalendarEntry;
import io.firstfill.mexc.listing.SymbolsV2;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.market.DepthLevel;
import io.firstfill.mexc.market.ExchangeInfo;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.market.ServerTime;
import io.firstfill.mexc.market.SymbolInfo;
import io.firstfill.mexc.market.SymbolStatus;
import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.mexc.market.TradeSides;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies captured from the exchange, or documented by it, are read correctly through a real connection. */
class MexcClientTest {

    private static final MexcSymbol BTC = new MexcSymbol("BTCUSDT");

    @Test
    void theServersTimeIsAlsoAClockSample() {
        try (StubExchange exchange = answering("{\"serverTime\":1645539742000}");
                MexcWire wire = exchange.wire()) {
            // Given
            Instant before = Instant.now();

            // When
            MexcResult<ServerTime> result = await(wire.market().time());

            // Then
            assertThat(result).isInstanceOfSatisfying(MexcResult.Answer.class, answer -> {
                Timing timing = answer.timing();
                assertThat(answer.value()).isEqualTo(new ServerTime(Instant.ofEpochMilli(1645539742000L)));
                assertThat(timing.handed()).isBetween(before.minusMillis(1), timing.written());
                assertThat(timing.sample((ServerTime) answer.value()).roundTrip())
                        .isPositive()
                        .isLessThan(Duration.ofSeconds(2));
            });
            assertThat(exchange.seen.getFirst().headers()).contains("user-agent=firstfill-test");
        }
    }

    @Test
    void exchangeInfoIsReadLeniently() {
        // When
        ExchangeInfo info = read(golden("exchange-info.json"), MexcClient::exchangeInfo);

        // Then
        assertThat(info.skipped().count())
                .as("one without a name, one with an absurd number")
                .isEqualTo(2);
        assertThat(info.symbols())
                .extracting(s -> s.symbol().value())
                .containsExactly("BROCKUSDT", "BTCUSDT", "COMINGUSDT");
        SymbolInfo brock = info.symbols().getFirst();
        assertThat(brock.status()).isEqualTo(SymbolStatus.ONLINE);
        assertThat(brock.quotePrecision()).isEqualTo(5);
        assertThat(brock.baseAssetPrecision()).isEqualTo(2);
        assertThat(brock.minQuoteAmount()).isEqualByComparingTo("1");
        assertThat(brock.maxQuoteAmountMarket()).isEqualByComparingTo("100000");
        assertThat(brock.orderTypes()).containsExactlyInAnyOrder("LIMIT", "MARKET", "LIMIT_MAKER");
        assertThat(brock.spotTradingAllowed()).isTrue();
        assertThat(brock.tradeSides()).isEqualTo(TradeSides.ALL);
        assertThat(brock.firstOpenTime()).isNull();
    }

    @Test
    void aLongAnswerIsReadTheSame() {
        String padded = golden("exchange-info.json") + " ".repeat(100_000);

        assertThat(read(padded, MexcClient::exchangeInfo).symbols()).hasSize(3);
    }

    @Test
    void aPairThatIsNotOpenYetMayLackAlmostEverything() {
        // When
        List<SymbolInfo> symbols =
                read(golden("exchange-info.json"), MexcClient::exchangeInfo).symbols();

        // Then
        SymbolInfo btc = symbols.get(1);
        assertThat(btc.tradeSides()).isEqualTo(TradeSides.BUY_ONLY);
        assertThat(btc.firstOpenTime()).isEqualTo(Instant.ofEpochMilli(1765342336768L));
        assertThat(btc.filters().getFirst().bidMultiplierUp()).isEqualByComparingTo("0.005");
        assertThat(btc.spotTradingAllowed()).isNull();
        SymbolInfo coming = symbols.get(2);
        assertThat(coming.status()).isEqualTo(SymbolStatus.PAUSED);
        assertThat(coming.spotTradingAllowed()).isFalse();
        assertThat(coming.quotePrecision()).isNull();
        assertThat(coming.firstOpenTime()).isNull();
        assertThat(coming.maxQuoteAmount()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":200,\"data\":[\"GENE1USDT\",\"BTCUSDT\"],\"msg\":null}",
                "{\"data\":[\"SNTUSDT\",\"BTCUSDT\"],\"code\":0,\"msg\":\"success\",\"timestamp\":1737623243056}"
            })
    void defaultSymbolsSucceedWithCode0And200(String body) {
        ApiSymbols symbols = read(body, MexcClient::defaultSymbols);

        assertThat(symbols.names()).hasSize(2).contains(BTC.value());
    }

    @Test
    void pricesAreReadFromAnArrayAndFromASingleObject() {
        String one = "{\"symbol\":\"BTCUSDT\",\"price\":\"184.34\"}";
        TickerPrice expected = new TickerPrice(BTC, new BigDecimal("184.34"));

        List<TickerPrice> forOne = read(one, MexcClient::prices).read();
        List<TickerPrice> forAll = read("[" + one + "]", MexcClient::prices).read();

        assertThat(forOne).containsExactly(expected);
        assertThat(forAll).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"0\"", "\"0.000\""})
    void aPriceBeforeTheFirstTradeIsAbsent(String nothing) {
        List<TickerPrice> prices = read(
                        "[{\"symbol\":\"BTCUSDT\",\"price\":%s}]".formatted(nothing), MexcClient::prices)
                .read();

        assertThat(prices).containsExactly(new TickerPrice(BTC, null));
    }

    @Test
    void depthLevelsAreArraysOfTwoStrings() {
        Depth depth = read(
                "{\"lastUpdateId\":20453289489,\"bids\":[[\"45995.47\",\"10.337165\"]],\"asks\":[],"
                        + "\"timestamp\":1704908526228}",
                client -> client.depth(BTC, 5));

        assertThat(depth.bids())
                .containsExactly(new DepthLevel(new BigDecimal("45995.47"), new BigDecimal("10.337165")));
        assertThat(depth.asks()).isEmpty();
    }

    @Test
    void calendarRowsWithoutAnOpeningAnnounceNothingAndAreNotOdd() {
        // When
        Calendar calendar = read(golden("calendar.json"), MexcClient::calendar);

        // Then
        assertThat(calendar.skipped().isEmpty()).isTrue();
        assertThat(calendar.entries())
                .extracting(CalendarEntry::vcoinName)
                .containsExactly("NEWT", "LATER", "NEVER", "TEXT");
        assertThat(calendar.entries().get(1).firstOpenTime()).isNull();
        assertThat(calendar.entries().get(2).firstOpenTime()).isNull();
        assertThat(calendar.entries().getFirst().firstOpenTime()).isEqualTo(Instant.ofEpochMilli(1742385600000L));
    }

    @Test
    void symbolsV2IsAMapByQuote() {
        SymbolsV2 symbols = read(
                "{\"data\":{\"symbols\":{\"USDT\":[{\"id\":\"p1\",\"cd\":\"0a1b\",\"vn\":\"NEWT\",\"sts\":2,\"st\":2,"
                        + "\"tt\":4,\"ps\":5,\"qs\":2,\"ot\":1742385600000,\"ca\":\"\"},{\"sts\":1}],\"BTC\":[]}}}",
                MexcClient::symbolsV2);

        assertThat(symbols.byQuote()).containsOnlyKeys("USDT", "BTC");
        assertThat(symbols.byQuote().get("USDT")).singleElement().satisfies(pair -> {
            assertThat(pair.coinName()).isEqualTo("NEWT");
            assertThat(pair.openTime()).isEqualTo(Instant.ofEpochMilli(1742385600000L));
        });
        assertThat(symbols.skipped().count()).isEqualTo(1);
    }

    private static <T> T read(String body, Function<MexcClient, Uni<MexcResult<T>>> call) {
        try (StubExchange exchange = answering(body);
                MexcWire wire = exchange.wire()) {
            MexcResult<T> result = await(call.apply(wire.market()));
            if (result instanceof MexcResult.Answer<T>(T value, Timing timing)) {
                return value;
            }
            throw new AssertionError("Not an answer: " + result);
        }
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(5));
    }
}
