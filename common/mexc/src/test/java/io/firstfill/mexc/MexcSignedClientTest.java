package io.firstfill.mexc;

import static io.firstfill.mexc.OrderCalls.SIGNER;
import static io.firstfill.mexc.OrderCalls.await;
import static io.firstfill.mexc.OrderCalls.marketBuy;
import static io.firstfill.mexc.OrderCalls.signed;
import static io.firstfill.mexc.StubExchange.answering;
import static io.firstfill.mexc.StubExchange.golden;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.OrderStatus;
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.mexc.order.Side;
import io.firstfill.mexc.outcome.Outcome;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Signed requests are sent once and as signed, and the answers about orders and the account are read correctly. */
class MexcSignedClientTest {

    private static final MexcSymbol SYMBOL = new MexcSymbol("NEWUSDT");
    private static final ClientOrderId ID = new ClientOrderId("ff-1");
    private static final String ACK =
            "{\"symbol\":\"NEWUSDT\",\"orderId\":\"C02__1\",\"orderListId\":-1,\"price\":\"0.1\",\"origQty\":\"50\","
                    + "\"type\":\"MARKET\",\"side\":\"BUY\",\"stpMode\":\"\",\"transactTime\":1666676533741}";

    @Test
    void anOrderLeavesAsItWasSignedWithAnEmptyBody() {
        try (StubExchange exchange = answering(ACK);
                MexcWire wire = exchange.wire()) {
            // Given
            MexcSignedClient client = signed(wire);
            PreparedOrder order = marketBuy(Instant.now());

            // When
            MexcResult<OrderAck> result = await(client.place(order));

            // Then
            assertThat(result)
                    .isInstanceOfSatisfying(
                            MexcResult.Answer.class,
                            answer -> assertThat(answer.value())
                                    .extracting("orderId")
                                    .isEqualTo(new OrderId("C02__1")));
            StubExchange.Seen seen = exchange.seen.getFirst();
            assertThat(seen.method()).isEqualTo("POST");
            assertThat(seen.uri()).isEqualTo(order.target());
            assertThat(seen.bodyLength()).isZero();
            assertThat(seen.headers())
                    .contains("X-MEXC-APIKEY=the-key")
                    .contains("content-type=application/json")
                    .contains("content-length=0");
        }
    }

    @Test
    void subscribingTwiceSendsOnce() {
        try (StubExchange exchange = answering(ACK);
                MexcWire wire = exchange.wire()) {
            // Given
            MexcSignedClient client = signed(wire);
            Uni<MexcResult<OrderAck>> placed = client.place(marketBuy(Instant.now()));

            // When
            MexcResult<OrderAck> first = await(placed);
            MexcResult<OrderAck> second = await(placed);

            // Then
            assertThat(second).isEqualTo(first);
            assertThat(exchange.seen).hasSize(1);
        }
    }

    @Test
    void aStaleOrderIsNotSent() {
        try (StubExchange exchange = answering(ACK);
                MexcWire wire = exchange.wire()) {
            // Given
            MexcSignedClient client = signed(wire);
            PreparedOrder stale = marketBuy(Instant.now().minusSeconds(2));

            // When
            MexcResult<OrderAck> result = await(client.place(stale));

            // Then
            assertThat(result)
                    .isInstanceOfSatisfying(
                            MexcResult.NotSent.class,
                            unsent -> assertThat(unsent.cause()).isEqualTo(MexcResult.Cause.OUTSIDE_WINDOW));
            assertThat(exchange.seen).isEmpty();
        }
    }

    @Test
    void aQueryCarriesWindowTimeAndAValidSignature() {
        try (StubExchange exchange = answering(golden("order-detail.json"));
                MexcWire wire = exchange.wire()) {
            // When
            await(signed(wire).order(SYMBOL, ID));

            // Then
            String uri = exchange.seen.getFirst().uri();
            String query = uri.substring(uri.indexOf('?') + 1, uri.indexOf("&signature="));
            assertThat(uri)
                    .startsWith("/api/v3/order?symbol=NEWUSDT&origClientOrderId=ff-1&recvWindow=1000&timestamp=");
            assertThat(uri).endsWith("&signature=" + SIGNER.sign(query));
        }
    }

    @Test
    void aFilledOrderStatesWhatWasPaid() {
        OrderDetail order = read(golden("order-detail.json"), client -> client.order(SYMBOL, ID));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.side()).isEqualTo(Side.SELL);
        assertThat(order.executedQuote()).isEqualByComparingTo("5.54124");
        assertThat(order.executedQty()).isEqualByComparingTo("1220");
        assertThat(order.clientOrderId()).isNull();
    }

    @Test
    void anUndocumentedStatusIsUnknown() {
        OrderDetail order =
                read(golden("order-detail.json").replace("FILLED", "SUSPENDED"), client -> client.order(SYMBOL, ID));

        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
    }

    @Test
    void aFilledOrderThatOmitsItsFillIsNotReadAsEmpty() {
        String incomplete = golden("order-detail.json").replace("\"executedQty\":\"1220\"", "\"executedQty\":null");

        assertThat(result(incomplete, client -> client.order(SYMBOL, ID)))
                .isInstanceOfSatisfying(
                        MexcResult.Ambiguous.class,
                        doubt -> assertThat(doubt.doubt()).isEqualTo(MexcResult.Doubt.UNREADABLE));
    }

    @Test
    void aNewOrderMayOmitItsFill() {
        OrderDetail order = read(
                "{\"symbol\":\"NEWUSDT\",\"orderId\":\"1\",\"clientOrderId\":\"by hand!\",\"executedQty\":null,"
                        + "\"status\":\"NEW\",\"updateTime\":null}",
                client -> client.order(SYMBOL, ID));

        assertThat(order.executedQty()).isEqualByComparingTo("0");
        assertThat(order.clientOrderId()).isNull();
    }

    @Test
    void tradesKeepEveryDigitOfTheFee() {
        List<MyTrade> trades = read(golden("my-trades.json"), client -> client.myTrades(SYMBOL, new OrderId("1")))
                .read();

        assertThat(trades).singleElement().satisfies(trade -> {
            assertThat(trade.commission()).isEqualTo(new BigDecimal("0.0003998377369698171"));
            assertThat(trade.commissionAsset()).isEqualTo("MX");
        });
    }

    @Test
    void anAccountIsReadWithItsRightsAndBalances() {
        Account account = read(
                "{\"makerCommission\":null,\"canTrade\":true,\"updateTime\":null,\"accountType\":\"SPOT\","
                        + "\"balances\":[{\"asset\":\"MAIN\",\"free\":\"1020000\",\"locked\":\"0\","
                        + "\"available\":\"102000\"}],\"permissions\":[\"SPOT\"]}",
                MexcSignedClient::account);

        assertThat(account.canTrade()).isTrue();
        assertThat(account.canWithdraw()).isNull();
        assertThat(account.permissions()).containsExactly("SPOT");
        assertThat(account.balances())
                .singleElement()
                .satisfies(balance -> assertThat(balance.free()).isEqualByComparingTo("1020000"));
    }

    @Test
    void aListenKeyIsNotPrinted() {
        assertThat(read("{\"listenKey\":\"pqia91\"}", MexcSignedClient::createListenKey))
                .satisfies(key -> assertThat(key.listenKey()).isEqualTo("pqia91"))
                .satisfies(key -> assertThat(key.toString()).doesNotContain("pqia91"));
    }

    @Test
    void anExtendedErrorWithMessageInsteadOfMsgIsUnderstood() {
        MexcResult<OrderDetail> result = result(
                "{\"message\":\"Order does not exist\",\"code\":-2013,\"_extend\":null}",
                client -> client.order(SYMBOL, ID));

        assertThat(result).isInstanceOfSatisfying(MexcResult.Refused.class, refused -> {
            assertThat(refused.message()).isEqualTo("Order does not exist");
            assertThat(refused.outcome()).isEqualTo(new Outcome.OrderAbsent());
        });
    }

    private static <T> MexcResult<T> result(String body, Function<MexcSignedClient, Uni<MexcResult<T>>> call) {
        try (StubExchange exchange = answering(body);
                MexcWire wire = exchange.wire()) {
            return await(call.apply(signed(wire)));
        }
    }

    private static <T> T read(String body, Function<MexcSignedClient, Uni<MexcResult<T>>> call) {
        MexcResult<T> result = result(body, call);
        if (result instanceof MexcResult.Answer<T>(T value, Timing timing)) {
            return value;
        }
        throw new AssertionError("Not an answer: " + result);
    }
}
