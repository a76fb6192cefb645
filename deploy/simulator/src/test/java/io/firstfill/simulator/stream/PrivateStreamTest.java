package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.ManualClock;
import io.firstfill.simulator.RunningSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves the pushes of a customer's orders, fills and balances, and the expiry of listen keys (user story 2). */
class PrivateStreamTest {

    private static final String ORDERS = "spot@private.orders.v3.api.pb";
    private static final String DEALS = "spot@private.deals.v3.api.pb";
    private static final String ACCOUNT = "spot@private.account.v3.api.pb";

    private static final Duration SILENCE = Duration.ofMillis(200);

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void pushesAFilledOrderAsTheControlPortReportsIt() {
        try (StreamClient client = StreamClient.ofAlpha(simulator, ORDERS)) {
            simulator.buyMarket("MXUSDT", "50", "snipe");

            Body push = client.nextPush();
            Body order = push.message(304);
            JsonNode actual = simulator.state("/orders").path(0);
            assertThat(push.text(1)).isEqualTo(ORDERS);
            assertThat(push.text(3)).isEqualTo("MXUSDT");
            assertThat(order.text(1)).isEqualTo(actual.at("/terms/id").asText());
            assertThat(order.text(2)).isEqualTo("snipe");
            assertThat(order.text(5)).isEqualTo("50");
            assertThat(order.number(7)).isEqualTo(5);
            assertThat(order.number(8)).isEqualTo(1);
            assertThat(order.text(11)).isEqualTo("0");
            assertThat(order.text(13)).isEqualTo(actual.path("executed").asText());
            assertThat(order.text(14)).isEqualTo(actual.path("executedQuote").asText());
            assertThat(order.number(15)).isEqualTo(2);
            assertThat(order.number(16))
                    .isEqualTo(actual.path("acceptedServerMillis").asLong());
        }
    }

    @Test
    void pushesTheDealAfterTheOrderWithItsLag() {
        try (RunningSimulator onSystemClock = RunningSimulator.onSystemClock();
                StreamClient client = StreamClient.ofAlpha(onSystemClock, DEALS, ORDERS)) {
            onSystemClock.buyMarket("MXUSDT", "50", "snipe");

            Body first = client.nextPush();
            Body second = client.nextPush();

            Body deal = second.message(306);
            JsonNode fill = onSystemClock.state("/fills").path(0);
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
            assertThat(second.number(6) - deal.number(12)).isGreaterThanOrEqualTo(39L);
        }
    }

    @Test
    void pushesTheBalancesThatTheControlPortReports() {
        try (StreamClient client = StreamClient.ofAlpha(simulator, ACCOUNT)) {
            simulator.control("POST", "/accounts/alpha/deposits", "{\"asset\":\"USDT\",\"amount\":\"5\"}");
            Body deposit = client.nextPush().message(307);

            simulator.buyMarket("MXUSDT", "50", "snipe");

            JsonNode actual = simulator.state("/accounts/alpha").path("balances");
            assertThat(deposit.text(7)).isEqualTo("DEPOSIT");
            assertThat(deposit.text(4)).isEqualTo("5");
            awaitBalance(client, "USDT", actual.at("/USDT/free").asText(), "0");
            assertThat(actual.at("/USDT/locked").asText()).isEqualTo("0");
        }
    }

    @Test
    void pushesARestingOrderAndThenItsCancellation() {
        try (StreamClient client = StreamClient.ofAlpha(simulator, ORDERS)) {
            simulator.signed(
                    "POST",
                    "/api/v3/order",
                    "symbol=MXUSDT&side=BUY&type=LIMIT&quantity=10&price=3&newClientOrderId=rest");
            Body resting = client.nextPush().message(304);

            simulator.signed("DELETE", "/api/v3/order", "symbol=MXUSDT&origClientOrderId=rest");

            Body cancelled = client.nextPush().message(304);
            assertThat(resting.number(15)).isEqualTo(1);
            assertThat(resting.text(11)).isEqualTo("10");
            assertThat(cancelled.number(15)).isEqualTo(4);
            assertThat(cancelled.text(13)).isEqualTo("0");
        }
    }

    @Test
    void pushesAPartlyCancelledOrder() {
        simulator.control("PATCH", "/behaviour", "{\"fillFraction\":\"0.5\"}");
        try (StreamClient client = StreamClient.ofAlpha(simulator, ORDERS)) {
            simulator.signed("POST", "/api/v3/order", "symbol=MXUSDT&side=SELL&type=MARKET&quantity=10");

            Body order = client.nextPush().message(304);
            assertThat(order.number(15)).isEqualTo(5);
            assertThat(order.text(11)).isEqualTo("5");
            assertThat(order.text(13)).isEqualTo("5");
        }
    }

    @Test
    void pushesNoOrdersOfOtherCustomersAndNoRefusedOrders() {
        simulator.control("POST", "/accounts", RunningSimulator.account("beta", "mx0beta"));
        try (StreamClient client = StreamClient.ofAlpha(simulator, ORDERS)) {
            simulator.signedAs("mx0beta", "POST", "/api/v3/order", "symbol=MXUSDT&side=SELL&type=MARKET&quantity=10");
            simulator.buyMarket("MXUSDT", "0.1", "too-small");

            assertThat(client.pushWithin(SILENCE)).isNull();
            assertThat(simulator.state("/orders")).hasSize(1);
        }
    }

    @Test
    void issuesAtMostSixtyKeysAndDropsAClosedOne() {
        String first = StreamClient.listenKey(simulator);
        for (int i = 1; i < 60; i++) {
            StreamClient.listenKey(simulator);
        }

        int oneMore = simulator.signed("POST", "/api/v3/userDataStream", "").status();
        simulator.signed("DELETE", "/api/v3/userDataStream", "listenKey=" + first);

        assertThat(oneMore).isEqualTo(400);
        assertThat(simulator.signed("POST", "/api/v3/userDataStream", "").status())
                .isEqualTo(200);
        assertThat(simulator.signed("GET", "/api/v3/userDataStream", "").body().path("listenKey"))
                .hasSize(60);
    }

    @Test
    void acceptsFiveSocketsPerKeyAndNoneWithAnInvalidKey() {
        String key = "?listenKey=" + StreamClient.listenKey(simulator);
        List<StreamClient> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(new StreamClient(simulator, key));
        }

        assertThatThrownBy(() -> new StreamClient(simulator, key)).isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> new StreamClient(simulator, "?listenKey=nobody"))
                .isInstanceOf(CompletionException.class);

        assertThat(simulator.state("/streams")).hasSize(5);
        clients.forEach(StreamClient::close);
    }

    @Test
    void closesTheSocketOfAnExpiredKeyAndKeepsThatOfAnExtendedKey() {
        simulator.control("PATCH", "/behaviour", "{\"listenKeyLifeMillis\":3000}");
        String extended = StreamClient.listenKey(simulator);
        try (StreamClient expiring = StreamClient.ofAlpha(simulator, ORDERS);
                StreamClient kept = new StreamClient(simulator, "?listenKey=" + extended)) {
            simulator.control("PATCH", "/behaviour", "{\"listenKeyLifeMillis\":3600000}");

            int status = simulator
                    .signed("PUT", "/api/v3/userDataStream", "listenKey=" + extended)
                    .status();
            clock.advance(Duration.ofSeconds(3));

            RunningSimulator.await(expiring::isClosed);
            assertThat(status).isEqualTo(200);
            assertThat(kept.subscribe(ORDERS)).isEqualTo(ORDERS);
        }
    }

    /** Waits for the push of a balance; a lag or a slow machine may delay it behind pushes of earlier states. */
    private static void awaitBalance(StreamClient client, String asset, String free, String locked) {
        Body balance;
        do {
            balance = client.nextPush().message(307);
        } while (!balance.text(1).equals(asset)
                || !balance.text(3).equals(free)
                || !balance.text(5).equals(locked));
    }
}
