package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves the sell side as a customer sees it: execution, locks, fees, refusals. The market maker quotes MX around 3.5;
 * alpha has 100 MX and 1000 USDT.
 */
class SellingTest {

    private static final String ORDER = "/api/v3/order";

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void sellsAQuantityAtTheMarketAndTakesTheFeeFromTheProceeds() {
        sell("MARKET", "quantity=40&newClientOrderId=out");

        JsonNode order = simulator.query("MXUSDT", "out").body();
        BigDecimal proceeds = decimal(order, "cummulativeQuoteQty");
        assertThat(order.path("status").asText()).isEqualTo("FILLED");
        assertThat(order.path("side").asText()).isEqualTo("SELL");
        assertThat(decimal(order, "executedQty")).isEqualByComparingTo("40");
        assertThat(balance("MX", "free")).isEqualByComparingTo("60");
        assertThat(balance("USDT", "free"))
                .isEqualByComparingTo(
                        new BigDecimal("1000").add(proceeds).subtract(proceeds.multiply(new BigDecimal("0.0005"))));
        JsonNode trade = trade();
        assertThat(trade.path("isBuyer").asBoolean()).isFalse();
        assertThat(trade.path("commissionAsset").asText()).isEqualTo("USDT");
    }

    @Test
    void sellsWithinThePriceOfAnImmediateOrderAndCancelsTheRest() {
        sell("IMMEDIATE_OR_CANCEL", "quantity=10&price=3.49&newClientOrderId=priced");
        sell("IMMEDIATE_OR_CANCEL", "quantity=10&price=3.6&newClientOrderId=too-high");

        assertThat(status("priced")).isEqualTo("FILLED");
        assertThat(status("too-high")).isEqualTo("CANCELED");
        assertThat(balance("MX", "free")).isEqualByComparingTo("90");
        assertThat(balance("MX", "locked")).isEqualByComparingTo("0");
    }

    @Test
    void locksTheCoinsOfARestingSellAndRefusesToSellThemTwice() {
        sell("LIMIT", "quantity=80&price=4&newClientOrderId=rest");

        assertThat(balance("MX", "free")).isEqualByComparingTo("20");
        assertThat(balance("MX", "locked")).isEqualByComparingTo("80");
        assertThat(sell("MARKET", "quantity=21").code()).isEqualTo(30005);

        simulator.signed("DELETE", ORDER, "symbol=MXUSDT&origClientOrderId=rest");
        assertThat(balance("MX", "locked")).isEqualByComparingTo("0");
        assertThat(sell("MARKET", "quantity=21").status()).isEqualTo(200);
    }

    @Test
    void fillsARestingSellWhenThePriceRisesToIt() {
        sell("LIMIT", "quantity=80&price=4&newClientOrderId=rest");

        simulator.control("PATCH", "/listings/MXUSDT", "{\"referencePrice\":\"4.5\"}");
        clock.advance(Duration.ofSeconds(1));

        RunningSimulator.await(() -> status("rest").equals("FILLED"));
        assertThat(decimal(simulator.query("MXUSDT", "rest").body(), "cummulativeQuoteQty"))
                .isEqualByComparingTo("320");
        assertThat(balance("USDT", "free")).isEqualByComparingTo("1320");
        assertThat(trade().path("isMaker").asBoolean()).isTrue();
    }

    @Test
    void fillsAPartOfARestingSellWhoseRestCanBeCancelled() {
        sell("LIMIT", "quantity=80&price=3.501&newClientOrderId=rest");

        JsonNode house = simulator
                .control(
                        "POST", "/listings/MXUSDT/trades", "{\"side\":\"BUY\",\"quantity\":\"30\",\"price\":\"3.501\"}")
                .body();
        JsonNode cancelled = simulator
                .signed("DELETE", ORDER, "symbol=MXUSDT&origClientOrderId=rest")
                .body();

        assertThat(house.path("executed").asText()).isEqualTo("30");
        assertThat(decimal(cancelled, "executedQty")).isEqualByComparingTo("30");
        assertThat(cancelled.path("status").asText()).isEqualTo("PARTIALLY_CANCELED");
        assertThat(balance("MX", "free")).isEqualByComparingTo("70");
    }

    @Test
    void takesTheFeeOfASellInMxWhileTheAccountHasEnoughOfIt() {
        simulator.control("PATCH", "/behaviour", "{\"feeAsset\":\"MX\",\"mxPrice\":\"3.5\"}");
        simulator.control("POST", "/accounts/alpha/deposits", "{\"asset\":\"SOL\",\"amount\":\"2\"}");

        simulator.signed("POST", ORDER, "symbol=SOLUSDT&side=SELL&type=MARKET&quantity=1");
        JsonNode inMx = trade("SOLUSDT");
        simulator.control("POST", "/accounts/alpha/withdrawals", "{\"asset\":\"MX\",\"amount\":\"" + mx() + "\"}");
        simulator.signed("POST", ORDER, "symbol=SOLUSDT&side=SELL&type=MARKET&quantity=1");

        assertThat(inMx.path("commissionAsset").asText()).isEqualTo("MX");
        assertThat(decimal(inMx, "commission")).isPositive();
        assertThat(decimal(inMx, "commission").multiply(new BigDecimal("3.5")))
                .isCloseTo(
                        decimal(inMx, "quoteQty").multiply(new BigDecimal("0.0005")),
                        Offset.offset(new BigDecimal("0.000001")));
        assertThat(trade("SOLUSDT").path("commissionAsset").asText()).isEqualTo("USDT");
        assertThat(balance("MX", "free")).isEqualByComparingTo("0");
    }

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sellingSuspended\":true} | type=MARKET&quantity=10 | 30028",
                "{\"emptyBook\":true} | type=MARKET&quantity=10 | 30025",
                "{} | type=MARKET&quantity=0.1 | 30002",
                "{} | type=LIMIT&quantity=0.1&price=3.5 | 30002",
                "{} | type=MARKET&quantity=100.01 | 30005",
                "{} | type=MARKET&quantity=1.001 | 10096",
                "{\"priceBand\":\"0.02\"} | type=IMMEDIATE_OR_CANCEL&quantity=10&price=3.3 | 30010"
            })
    void refusesASellWithTheDocumentedCode(String switches, String terms, int code) {
        simulator.buyMarket("MXUSDT", "5", "sets-the-last-price");
        simulator.control("POST", "/accounts/alpha/withdrawals", "{\"asset\":\"MX\",\"amount\":\"" + surplus() + "\"}");
        simulator.control("PATCH", "/behaviour/MXUSDT", switches);

        assertThat(simulator
                        .signed("POST", ORDER, "symbol=MXUSDT&side=SELL&" + terms)
                        .code())
                .isEqualTo(code);
        assertThat(mx()).isEqualByComparingTo("100");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {"{\"paused\":true} | 30000", "{\"tradeSides\":\"BUY_ONLY\"} | 30001"})
    void refusesASellWhereTheExchangeRestrictsThePair(String change, int code) {
        simulator.control("PATCH", "/listings/MXUSDT", change);

        assertThat(sell("MARKET", "quantity=10").code()).isEqualTo(code);
        assertThat(mx()).isEqualByComparingTo("100");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"REFUSED_30018, 30018", "REFUSED_30019, 30019"})
    void refusesMarketSellsOfTheFirstMinuteButNotPricedOnes(String fate, int code) {
        simulator.list(
                "NEW", clock.instant().plusSeconds(1), ",\"behaviour\":{\"marketFirstMinute\":\"" + fate + "\"}");
        simulator.control("POST", "/accounts/alpha/deposits", "{\"asset\":\"NEW\",\"amount\":\"100\"}");
        clock.advance(Duration.ofSeconds(1));

        String terms = "symbol=NEWUSDT&side=SELL&quantity=50&type=";
        assertThat(simulator.signed("POST", ORDER, terms + "MARKET").code()).isEqualTo(code);
        assertThat(simulator
                        .signed("POST", ORDER, terms + "IMMEDIATE_OR_CANCEL&price=0.49")
                        .status())
                .isEqualTo(200);
        assertThat(balance("NEW", "free")).isEqualByComparingTo("50");
    }

    private RunningSimulator.Answer sell(String type, String terms) {
        return simulator.signed("POST", ORDER, "symbol=MXUSDT&side=SELL&type=" + type + "&" + terms);
    }

    private String status(String clientOrderId) {
        return simulator.query("MXUSDT", clientOrderId).body().path("status").asText();
    }

    private JsonNode trade() {
        return trade("MXUSDT");
    }

    /** The newest of alpha's trades. */
    private JsonNode trade(String symbol) {
        return simulator
                .signed("GET", "/api/v3/myTrades", "symbol=" + symbol)
                .body()
                .path(0);
    }

    private BigDecimal mx() {
        return balance("MX", "free");
    }

    private BigDecimal surplus() {
        return mx().subtract(new BigDecimal("100"));
    }

    private BigDecimal balance(String asset, String part) {
        for (JsonNode balance :
                simulator.signed("GET", "/api/v3/account", "").body().path("balances")) {
            if (balance.path("asset").asText().equals(asset)) {
                return decimal(balance, part);
            }
        }
        throw new AssertionError("no " + asset);
    }

    private static BigDecimal decimal(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText());
    }
}
