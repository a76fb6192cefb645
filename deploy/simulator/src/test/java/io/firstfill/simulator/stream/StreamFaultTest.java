package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.simulator.RunningSimulator;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves each effect of a fault rule on the private stream, and that none of them changes the order itself. */
class StreamFaultTest {

    private static final String ORDERS = "spot@private.orders.v3.api.pb";
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final RunningSimulator simulator = RunningSimulator.onSystemClock();
    private StreamClient client = StreamClient.ofAlpha(simulator);

    @BeforeEach
    void subscribe() {
        client.subscribe(ORDERS);
    }

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    @Test
    void pushesTheOrderBeforeTheAcknowledgement() {
        simulator.inject(
                "\"endpoint\":\"POST /api/v3/order\",\"effect\":{\"type\":\"delayAnswer\",\"millis\":3600000}");

        CompletableFuture<RunningSimulator.Answer> acknowledged =
                CompletableFuture.supplyAsync(() -> simulator.buyMarket("MXUSDT", "50", "snipe"));
        Body push = client.nextPush();

        assertThat(acknowledged).isNotDone();
        assertThat(push.message(304).text(2)).isEqualTo("snipe");
        assertFilledOnce();
    }

    @Test
    void dropsAPush() {
        simulator.inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"count\":1,\"effect\":{\"type\":\"lose\"}");

        simulator.buyMarket("MXUSDT", "50", "snipe");

        assertThat(client.pushWithin(SILENCE)).isNull();
        assertThat(simulator.state("/faults").path(0).path("hits").asInt()).isEqualTo(1);
        assertFilledOnce();
    }

    @Test
    void deliversAPushTwice() {
        simulator.inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"symbol\":\"MXUSDT\",\"account\":\"alpha\","
                + "\"effect\":{\"type\":\"duplicate\"}");

        simulator.buyMarket("MXUSDT", "50", "snipe");

        Body first = client.nextPush();
        Body second = client.nextPush();
        assertThat(second.message(304)).isEqualTo(first.message(304));
        assertThat(client.pushWithin(SILENCE)).isNull();
        assertFilledOnce();
    }

    @Test
    void delaysAPushAndThePushesBehindIt() {
        simulator.inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"count\":1,"
                + "\"effect\":{\"type\":\"delayAnswer\",\"millis\":200}");

        simulator.buyMarket("MXUSDT", "50", "late");
        simulator.buyMarket("MXUSDT", "50", "later");

        Body late = client.nextPush();
        Body later = client.nextPush();
        assertThat(late.message(304).text(2)).isEqualTo("late");
        assertThat(late.number(6) - late.message(304).number(16)).isGreaterThanOrEqualTo(199);
        assertThat(later.message(304).text(2)).isEqualTo("later");
    }

    @Test
    void closesTheConnectionInsteadOfThePush() {
        simulator.inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"count\":1,\"effect\":{\"type\":\"disconnect\"}");

        simulator.buyMarket("MXUSDT", "50", "snipe");

        RunningSimulator.await(client::isClosed);
        assertThat(client.pushWithin(SILENCE)).isNull();
        RunningSimulator.await(() -> simulator.state("/streams").isEmpty());
        assertFilledOnce();
    }

    @Test
    void disconnectsOnDemandAndDropsTheSubscriptions() {
        assertThat(simulator.control("DELETE", "/streams?account=beta", "").status())
                .isEqualTo(200);
        assertThat(simulator.state("/streams").path(0).path("channels").path(0).asText())
                .isEqualTo(ORDERS);

        simulator.control("DELETE", "/streams?account=alpha", "");

        RunningSimulator.await(client::isClosed);
        client.close();
        client = StreamClient.ofAlpha(simulator);
        simulator.buyMarket("MXUSDT", "50", "not-pushed");
        assertThat(client.pushWithin(SILENCE)).isNull();
        assertThat(client.subscribe(ORDERS)).isEqualTo(ORDERS);
    }

    @Test
    void blocksASubscriptionForTheGivenCount() {
        simulator.inject("\"endpoint\":\"SUBSCRIPTION spot@private.deals.v3.api.pb\",\"count\":1,"
                + "\"effect\":{\"type\":\"block\"}");

        String first = client.subscribe("spot@private.deals.v3.api.pb");
        String second = client.subscribe("spot@private.deals.v3.api.pb");

        assertThat(first).isEqualTo("Not Subscribed successfully! [spot@private.deals.v3.api.pb].  Reason： Blocked! ");
        assertThat(second).isEqualTo("spot@private.deals.v3.api.pb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"endpoint\":\"POST /api/v3/order\",\"effect\":{\"type\":\"lose\"}",
                "\"endpoint\":\"PUSH spot@private.orders.v3.api.pb\",\"effect\":{\"type\":\"drop\"}",
                "\"effect\":{\"type\":\"block\"}"
            })
    void refusesAnEffectThatDoesNothingAtItsEndpoint(String rule) {
        assertThat(simulator.control("POST", "/faults", "{" + rule + "}").status())
                .isEqualTo(400);
    }

    private void assertFilledOnce() {
        assertThat(simulator.state("/orders")).hasSize(1);
        assertThat(simulator.state("/orders").path(0).path("status").asText()).isEqualTo("FILLED");
    }
}
