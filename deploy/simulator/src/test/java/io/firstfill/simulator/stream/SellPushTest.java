package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.ManualClock;
import io.firstfill.simulator.RunningSimulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves the pushes of a sell: the order, its fill, the coins that a resting sell locks, coins that are taken out. */
class SellPushTest {

    private static final String ORDERS = "spot@private.orders.v3.api.pb";
    private static final String DEALS = "spot@private.deals.v3.api.pb";
    private static final String ACCOUNT = "spot@private.account.v3.api.pb";

    private final ManualClock clock = new ManualClock();
    private final RunningSimulator simulator = new RunningSimulator(clock);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void pushesASoldOrder() {
        try (StreamClient client = StreamClient.ofAlpha(simulator, ORDERS)) {
            sell("type=MARKET&quantity=40&newClientOrderId=out");

            Body order = client.nextPush().message(304);
            JsonNode actual = simulator.state("/orders").path(0);
            assertThat(order.text(2)).isEqualTo("out");
            assertThat(order.number(8)).isEqualTo(2);
            assertThat(order.text(13)).isEqualTo("40");
            assertThat(order.text(14)).isEqualTo(actual.path("executedQuote").asText());
            assertThat(order.number(15)).isEqualTo(2);
        }
    }

    @Test
    void pushesTheFillOfASellWithItsFee() {
        simulator.control("PATCH", "/behaviour", "{\"feeAsset\":\"MX\"}");
        try (StreamClient client = StreamClient.ofAlpha(simulator, DEALS)) {
            sell("type=MARKET&quantity=40&newClientOrderId=out");

            Body deal = client.nextPush().message(306);
            assertThat(deal.number(4)).isEqualTo(2);
            assertThat(deal.text(8)).isEqualTo("out");
            assertThat(deal.text(10))
                    .isEqualTo(simulator.state("/fills").path(0).path("fee").asText());
            assertThat(deal.text(11)).isEqualTo("MX");
        }
    }

    @Test
    void pushesTheFillOfARestingSell() {
        sell("type=LIMIT&quantity=40&price=4&newClientOrderId=rest");
        try (StreamClient client = StreamClient.ofAlpha(simulator, ORDERS)) {
            simulator.control("PATCH", "/listings/MXUSDT", "{\"referencePrice\":\"4.5\"}");
            clock.advance(Duration.ofSeconds(1));

            Body order = client.nextPush().message(304);
            assertThat(order.text(2)).isEqualTo("rest");
            assertThat(order.number(15)).isEqualTo(2);
        }
    }

    @Test
    void pushesWhatARestingSellLocksAndWhatIsTakenOut() {
        try (StreamClient client = StreamClient.ofAlpha(simulator, ACCOUNT)) {
            sell("type=LIMIT&quantity=40&price=4");
            Body locked = client.nextPush().message(307);
            simulator.control("POST", "/accounts/alpha/withdrawals", "{\"asset\":\"MX\",\"amount\":\"60\"}");
            Body taken = client.nextPush().message(307);

            assertThat(locked.text(7)).isEqualTo("ENTRUST_PLACE");
            assertThat(locked.text(3)).isEqualTo("60");
            assertThat(locked.text(5)).isEqualTo("40");
            assertThat(taken.text(7)).isEqualTo("WITHDRAW");
            assertThat(taken.text(3)).isEqualTo("0");
            assertThat(taken.text(4)).isEqualTo("-60");
        }
    }

    private void sell(String terms) {
        simulator.signed("POST", "/api/v3/order", "symbol=MXUSDT&side=SELL&" + terms);
    }
}
