package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves acceptance, execution, settlement and refusal of orders on an open pair, as a customer sees them. The market
 * maker quotes MX around 3.5 in steps of 0.1 %.
 */
class TradingTest {

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void acknowledgesWithoutFillsAndShowsThemByQuery() {
        RunningSimulator.Answer acknowledged = simulator.buyMarket("MXUSDT", "50", "buy-1");

        JsonNode order = simulator.query("MXUSDT", "buy-1").body();

        assertThat(acknowledged.body().has("status")).isFalse();
        assertThat(acknowledged.body().has("executedQty")).isFalse();
        assertThat(order.path("status").asText()).isEqualTo("FILLED");
        assertThat(order.path("cummulativeQuoteQty").isTextual()).isTrue();
        assertThat(new BigDecimal(order.path("cummulativeQuoteQty").asText()))
                .isBetween(new BigDecimal("49.9"), new BigDecimal("50"));
        assertThat(order.path("timeInForce").isNull()).isTrue();
        assertThat(order.path("orderId").asText()).startsWith("C02__");
    }

    @Test
    void hidesAFillUntilItsLagIsOver() {
        simulator.control("PATCH", "/behaviour", "{\"fillLagMinMillis\":300,\"fillLagMaxMillis\":300}");
        simulator.buyMarket("MXUSDT", "50", "buy-1");

        JsonNode atOnce = simulator.query("MXUSDT", "buy-1").body();

        assertThat(atOnce.path("status").asText()).isEqualTo("NEW");
        assertThat(atOnce.path("executedQty").asText()).isEqualTo("0");
        clock.advance(Duration.ofMillis(299));
        assertThat(simulator.query("MXUSDT", "buy-1").body().path("status").asText())
                .isEqualTo("NEW");
        clock.advance(Duration.ofMillis(1));
        assertThat(simulator.query("MXUSDT", "buy-1").body().path("status").asText())
                .isEqualTo("FILLED");
    }

    @Test
    void doesNotFindAnOrderByClientIdBeforeItsVisibilityDelay() {
        simulator.control("PATCH", "/behaviour", "{\"visibilityDelayMinMillis\":300,\"visibilityDelayMaxMillis\":300}");
        simulator.buyMarket("MXUSDT", "50", "buy-1");

        RunningSimulator.Answer atOnce = simulator.query("MXUSDT", "buy-1");

        assertThat(atOnce.status()).isEqualTo(400);
        assertThat(atOnce.code()).isEqualTo(-2013);
        clock.advance(Duration.ofMillis(299));
        assertThat(simulator.query("MXUSDT", "buy-1").code()).isEqualTo(-2013);
        clock.advance(Duration.ofMillis(1));
        assertThat(simulator.query("MXUSDT", "buy-1").status()).isEqualTo(200);
    }

    @Test
    void takesTheFeeInQuoteAndListsItInMyTrades() {
        simulator.buyMarket("MXUSDT", "50", "buy-1");

        JsonNode fill = simulator
                .signed("GET", "/api/v3/myTrades", "symbol=MXUSDT")
                .body()
                .path(0);

        assertThat(fill.path("commissionAsset").asText()).isEqualTo("USDT");
        assertThat(new BigDecimal(fill.path("commission").asText()))
                .isEqualByComparingTo(
                        new BigDecimal(fill.path("quoteQty").asText()).multiply(new BigDecimal("0.0005")));
        assertThat(fill.path("isMaker").asBoolean()).isFalse();
    }

    @Test
    void spendsOnlyAboutNinetyFivePercentWhenSizedByTheProtectionPrice() {
        simulator.control("PATCH", "/behaviour/MXUSDT", "{\"marketBuySizing\":\"BY_PROTECTION_PRICE\"}");

        simulator.buyMarket("MXUSDT", "100", "buy-1");

        JsonNode order = simulator.query("MXUSDT", "buy-1").body();
        assertThat(order.path("status").asText()).isEqualTo("FILLED");
        assertThat(new BigDecimal(order.path("cummulativeQuoteQty").asText()))
                .isBetween(new BigDecimal("94"), new BigDecimal("97"));
    }

    @Test
    void turnsAMarketBuyByQuantityIntoAnAmountAndBuysLess() {
        simulator.signed(
                "POST",
                "/api/v3/order",
                "symbol=MXUSDT&side=BUY&type=MARKET&quantity=100&newClientOrderId=by-quantity");

        JsonNode order = simulator.query("MXUSDT", "by-quantity").body();
        assertThat(order.path("status").asText()).isEqualTo("FILLED");
        assertThat(new BigDecimal(order.path("executedQty").asText()))
                .isBetween(new BigDecimal("99"), new BigDecimal("99.95"));
        assertThat(new BigDecimal(order.path("origQuoteOrderQty").asText())).isEqualByComparingTo("350");
    }

    @Test
    void locksWhatARestingOrderMayCostAndReleasesItOnCancel() {
        simulator.signed(
                "POST",
                "/api/v3/order",
                "symbol=MXUSDT&side=BUY&type=LIMIT&quantity=10&price=2&newClientOrderId=rest-1");

        JsonNode resting = usdt();
        RunningSimulator.Answer cancelled =
                simulator.signed("DELETE", "/api/v3/order", "symbol=MXUSDT&origClientOrderId=rest-1");
        JsonNode after = usdt();

        assertThat(resting.path("locked").asText()).isEqualTo("20.01");
        assertThat(cancelled.body().path("status").asText()).isEqualTo("CANCELED");
        assertThat(after.path("locked").asText()).isEqualTo("0");
        assertThat(after.path("free").asText()).isEqualTo("1000");
        assertThat(simulator
                        .signed("DELETE", "/api/v3/order", "symbol=MXUSDT&origClientOrderId=rest-1")
                        .code())
                .isEqualTo(-2011);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "symbol=MXUSDT&side=BUY&type=MARKET&quoteOrderQty=0.5, 30002",
        "symbol=MXUSDT&side=BUY&type=MARKET&quoteOrderQty=100001, 30003",
        "symbol=MXUSDT&side=BUY&type=MARKET&quoteOrderQty=1000, 30004",
        "symbol=MXUSDT&side=SELL&type=MARKET&quantity=101, 30005",
        "symbol=MXUSDT&side=BUY&type=LIMIT&quantity=1.001&price=3.5, 10096",
        "symbol=MXUSDT&side=BUY&type=LIMIT&quantity=10, -1128",
        "symbol=MXUSDT&side=BUY&type=ICEBERG&quantity=10&price=3.5, 33333",
        "symbol=MXUSDT&side=BUY&type=LIMIT&quantity=abc&price=3.5, 33333",
        "symbol=MXUSDT&type=MARKET&quoteOrderQty=5, 44444",
        "symbol=MXUSDT&side=BUY&type=MARKET&quoteOrderQty=5&newClientOrderId=no%20way, 700008",
        "symbol=GHOSTUSDT&side=BUY&type=MARKET&quoteOrderQty=5, 30014"
    })
    void refusesWithTheDocumentedCode(String params, int code) {
        RunningSimulator.Answer answer = simulator.signed("POST", "/api/v3/order", params);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(simulator.state("/arrivals").path(0).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void testsAnOrderWithoutPlacingIt() {
        RunningSimulator.Answer answer =
                simulator.signed("POST", "/api/v3/order/test", "symbol=MXUSDT&side=BUY&type=MARKET&quoteOrderQty=5");

        assertThat(answer.body().isEmpty()).isTrue();
        assertThat(simulator.state("/orders")).isEmpty();
    }

    @Test
    void refusesAPriceAboveTheCapAndNamesIt() {
        simulator.control("PATCH", "/behaviour/MXUSDT", "{\"priceCap\":\"3.6\"}");

        RunningSimulator.Answer answer = simulator.signed(
                "POST", "/api/v3/order", "symbol=MXUSDT&side=BUY&type=IMMEDIATE_OR_CANCEL&quantity=10&price=3.7");

        assertThat(answer.code()).isEqualTo(30010);
        assertThat(answer.body().path("msg").asText()).isEqualTo("Order price cannot exceed 3.6USDT");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 3.7, cannot exceed", "SELL, 3.3, cannot be lower than"})
    void refusesAPriceOutsideTheBandAroundTheLastTrade(String side, String price, String message) {
        simulator.buyMarket("MXUSDT", "5", "sets-the-last-price");
        simulator.control("PATCH", "/behaviour/MXUSDT", "{\"priceBand\":\"0.02\"}");

        RunningSimulator.Answer outside = simulator.signed("POST", "/api/v3/order", limit(side, price));
        RunningSimulator.Answer inside = simulator.signed("POST", "/api/v3/order", limit(side, "3.5"));

        assertThat(outside.code()).isEqualTo(30010);
        assertThat(outside.body().path("msg").asText()).contains(message);
        assertThat(inside.status()).isEqualTo(200);
    }

    @Test
    void emptiesTheBookOfOnePairAlone() {
        simulator.control("PATCH", "/behaviour/MXUSDT", "{\"emptyBook\":true}");

        RunningSimulator.Answer market = simulator.buyMarket("MXUSDT", "5", "alone");
        simulator.signed("POST", "/api/v3/order", limit("BUY", "3.7") + "&newClientOrderId=capped");
        RunningSimulator.Answer elsewhere = simulator.buyMarket("SOLUSDT", "5", "in-company");

        assertThat(market.code()).isEqualTo(30025);
        assertThat(simulator.query("MXUSDT", "capped").body().path("status").asText())
                .isEqualTo("CANCELED");
        assertThat(simulator.get("/api/v3/depth?symbol=MXUSDT").body().path("asks"))
                .isEmpty();
        assertThat(elsewhere.status()).isEqualTo(200);
    }

    private static String limit(String side, String price) {
        return "symbol=MXUSDT&side=%s&type=IMMEDIATE_OR_CANCEL&quantity=2&price=%s".formatted(side, price);
    }

    @Test
    void acceptsADuplicateClientOrderIdUnlessTheSwitchRefusesIt() {
        simulator.buyMarket("MXUSDT", "5", "twin");
        RunningSimulator.Answer second = simulator.buyMarket("MXUSDT", "5", "twin");
        simulator.control("PATCH", "/behaviour", "{\"duplicateClientOrderIds\":\"REFUSED\"}");
        RunningSimulator.Answer third = simulator.buyMarket("MXUSDT", "5", "twin");

        assertThat(second.status()).isEqualTo(200);
        assertThat(third.status()).isEqualTo(400);
        assertThat(simulator.state("/orders")).hasSize(2);
    }

    private JsonNode usdt() {
        for (JsonNode balance :
                simulator.signed("GET", "/api/v3/account", "").body().path("balances")) {
            if (balance.path("asset").asText().equals("USDT")) {
                return balance;
            }
        }
        throw new AssertionError("no USDT");
    }
}
