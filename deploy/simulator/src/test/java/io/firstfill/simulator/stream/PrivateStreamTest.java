package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.Lab;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** US2: what a customer learns of his own orders by push, and the life of his listen keys. */
class PrivateStreamTest {

    private static final String ORDERS = "spot@private.orders.v3.api.pb";
    private static final String DEALS = "spot@private.deals.v3.api.pb";
    private static final String ACCOUNT = "spot@private.account.v3.api.pb";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Lab lab = new Lab();

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void pushesAFilledOrderAsTheTruthHasIt() {
        try (StreamClient client = StreamClient.ofAlpha(lab, ORDERS)) {
            lab.buyMarket("MXUSDT", "50", "snipe");

            Body push = client.nextPush();
            Body order = push.message(304);
            JsonNode truth = lab.truth("/orders").path(0);
            assertThat(push.text(1)).isEqualTo(ORDERS);
            assertThat(push.text(3)).isEqualTo("MXUSDT");
            assertThat(order.text(1)).isEqualTo(truth.at("/terms/id").asText());
            assertThat(order.text(2)).isEqualTo("snipe");
            assertThat(order.text(5)).isEqualTo("50");
            assertThat(order.number(7)).isEqualTo(5);
            assertThat(order.number(8)).isEqualTo(1);
            assertThat(order.text(11)).isEqualTo("0");
            assertThat(order.text(13)).isEqualTo(truth.path("executed").asText());
            assertThat(order.text(14)).isEqualTo(truth.path("executedQuote").asText());
            assertThat(order.number(15)).isEqualTo(2);
            assertThat(order.number(16))
                    .isEqualTo(truth.path("acceptedServerMillis").asLong());
        }
    }

    @Test
    void pushesTheDealBehindTheOrder() {
        try (StreamClient client = StreamClient.ofAlpha(lab, DEALS, ORDERS)) {
            lab.buyMarket("MXUSDT", "50", "snipe");

            Body first = client.nextPush();
            Body second = client.nextPush();

            Body deal = second.message(306);
            JsonNode fill = lab.truth("/fills").path(0);
            assertThat(first.has(304)).isTrue();
            assertThat(deal.text(1)).isEqualTo(fill.path("price").asText());
            assertThat(deal.text(2)).isEqualTo(fill.path("quantity").asText());
            assertThat(deal.number(4)).isEqualTo(1);
            assertThat(deal.number(5)).isZero();
            assertThat(deal.text(7)).isEqualTo(fill.path("id").asText());
            assertThat(deal.text(8)).isEqualTo("snipe");
            assertThat(deal.text(9)).isEqualTo(fill.path("orderId").asText());
            assertThat(deal.text(10)).isEqualTo(fill.path("fee").asText());
            assertThat(deal.text(11)).isEqualTo("USDT");
            assertThat(second.number(6) - deal.number(12)).isBetween(39L, 2000L);
        }
    }

    @Test
    void pushesTheAccountUntilItIsWhatTheTruthSays() {
        try (StreamClient client = StreamClient.ofAlpha(lab, ACCOUNT)) {
            lab.control("POST", "/accounts/alpha/deposits", "{\"asset\":\"USDT\",\"amount\":\"5\"}");
            Body deposit = client.nextPush().message(307);

            lab.buyMarket("MXUSDT", "50", "snipe");

            JsonNode truth = lab.truth("/accounts/alpha").path("balances");
            assertThat(deposit.text(7)).isEqualTo("DEPOSIT");
            assertThat(deposit.text(4)).isEqualTo("5");
            assertThat(lastOf(client, "USDT").text(3))
                    .isEqualTo(truth.at("/USDT/free").asText());
            assertThat(truth.at("/USDT/locked").asText()).isEqualTo("0");
        }
    }

    @Test
    void tellsARestingOrderFromACancelledOne() {
        try (StreamClient client = StreamClient.ofAlpha(lab, ORDERS)) {
            lab.signed(
                    "POST",
                    "/api/v3/order",
                    "symbol=MXUSDT&side=BUY&type=LIMIT&quantity=10&price=3&newClientOrderId=rest");
            Body resting = client.nextPush().message(304);

            lab.signed("DELETE", "/api/v3/order", "symbol=MXUSDT&origClientOrderId=rest");

            Body cancelled = client.nextPush().message(304);
            assertThat(resting.number(15)).isEqualTo(1);
            assertThat(resting.text(11)).isEqualTo("10");
            assertThat(cancelled.number(15)).isEqualTo(4);
            assertThat(cancelled.text(13)).isEqualTo("0");
        }
    }

    @Test
    void tellsAPartlyCancelledOrder() {
        lab.control("PATCH", "/behaviour", "{\"fillFraction\":\"0.5\"}");
        try (StreamClient client = StreamClient.ofAlpha(lab, ORDERS)) {
            lab.signed("POST", "/api/v3/order", "symbol=MXUSDT&side=SELL&type=MARKET&quantity=10");

            Body order = client.nextPush().message(304);
            assertThat(order.number(15)).isEqualTo(5);
            assertThat(order.text(11)).isEqualTo("5");
            assertThat(order.text(13)).isEqualTo("5");
        }
    }

    @Test
    void saysNothingOfOtherCustomersNorOfRefusedOrders() {
        lab.control("POST", "/accounts", Lab.account("beta", "mx0beta"));
        try (StreamClient client = StreamClient.ofAlpha(lab, ORDERS)) {
            String order = "symbol=MXUSDT&side=SELL&type=MARKET&quantity=10&timestamp=" + System.currentTimeMillis();
            lab.as("mx0beta", "POST", "/api/v3/order?" + order + "&signature=" + Lab.sign(order));
            lab.buyMarket("MXUSDT", "0.1", "too-small");

            assertThat(client.pushWithin(Duration.ofMillis(200))).isNull();
            assertThat(lab.truth("/orders")).hasSize(1);
        }
    }

    @Test
    void issuesAtMostSixtyKeysAndForgetsAClosedOne() {
        String first = StreamClient.listenKey(lab);
        for (int i = 1; i < 60; i++) {
            StreamClient.listenKey(lab);
        }

        int oneMore = lab.signed("POST", "/api/v3/userDataStream", "").status();
        lab.signed("DELETE", "/api/v3/userDataStream", "listenKey=" + first);

        assertThat(oneMore).isEqualTo(400);
        assertThat(lab.signed("POST", "/api/v3/userDataStream", "").status()).isEqualTo(200);
        assertThat(lab.signed("GET", "/api/v3/userDataStream", "").body().path("listenKey"))
                .hasSize(60);
    }

    @Test
    void admitsFiveSocketsPerKeyAndNoneWithoutAValidOne() {
        String key = "?listenKey=" + StreamClient.listenKey(lab);
        List<StreamClient> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(new StreamClient(lab, key));
        }

        assertThatThrownBy(() -> new StreamClient(lab, key)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> new StreamClient(lab, "?listenKey=nobody")).isInstanceOf(CompletionException.class);

        assertThat(lab.truth("/streams")).hasSize(5);
        clients.forEach(StreamClient::close);
    }

    @Test
    void closesTheSocketOfAnExpiredKeyAndKeepsThatOfAnExtendedOne() {
        lab.control("PATCH", "/behaviour", "{\"listenKeyLifeMillis\":3000}");
        String extended = StreamClient.listenKey(lab);
        try (StreamClient expiring = StreamClient.ofAlpha(lab, ORDERS);
                StreamClient kept = new StreamClient(lab, "?listenKey=" + extended)) {
            lab.control("PATCH", "/behaviour", "{\"listenKeyLifeMillis\":3600000}");

            int status = lab.signed("PUT", "/api/v3/userDataStream", "listenKey=" + extended)
                    .status();

            Lab.await(PATIENCE, expiring::isClosed);
            assertThat(status).isEqualTo(200);
            assertThat(kept.subscribe(ORDERS)).isEqualTo(ORDERS);
        }
    }

    private static Body lastOf(StreamClient client, String asset) {
        Body last = null;
        for (Body push = client.nextPush(); push != null; push = client.pushWithin(Duration.ofMillis(200))) {
            Body body = push.message(307);
            last = body.text(1).equals(asset) ? body : last;
        }
        if (last == null) {
            throw new AssertionError("no push of " + asset);
        }
        return last;
    }
}
