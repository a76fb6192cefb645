package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.simulator.Lab;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the private stream; the order itself is untouched by every one of them. */
class StreamFaultTest {

    private static final String ORDERS = "spot@private.orders.v3.api.pb";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofMillis(200);

    private final Lab lab = new Lab();
    private StreamClient client = StreamClient.ofAlpha(lab);

    @BeforeEach
    void subscribe() {
        client.subscribe(ORDERS);
    }

    @AfterEach
    void stop() {
        client.close();
        lab.close();
    }

    @Test
    void pushesBeforeItAcknowledges() {
        inject("\"endpoint\":\"POST /api/v3/order\",\"effect\":{\"type\":\"delayAnswer\",\"millis\":1000}");

        CompletableFuture<Lab.Answer> acknowledged =
                CompletableFuture.supplyAsync(() -> lab.buyMarket("MXUSDT", "50", "snipe"));
        Body push = client.nextPush();

        assertThat(acknowledged).isNotDone();
        assertThat(push.message(304).text(2)).isEqualTo("snipe");
        assertThat(acknowledged.join().status()).isEqualTo(200);
        assertFilledOnce();
    }

    @Test
    void losesAPush() {
        inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"count\":1,\"effect\":{\"type\":\"lose\"}");

        lab.buyMarket("MXUSDT", "50", "snipe");

        assertThat(client.pushWithin(SILENCE)).isNull();
        assertThat(lab.truth("/faults").path(0).path("hits").asInt()).isEqualTo(1);
        assertFilledOnce();
    }

    @Test
    void deliversAPushTwice() {
        inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"symbol\":\"MXUSDT\",\"account\":\"alpha\","
                + "\"effect\":{\"type\":\"duplicate\"}");

        lab.buyMarket("MXUSDT", "50", "snipe");

        Body first = client.nextPush();
        Body second = client.nextPush();
        assertThat(second.message(304)).isEqualTo(first.message(304));
        assertThat(client.pushWithin(SILENCE)).isNull();
        assertFilledOnce();
    }

    @Test
    void holdsAPushBackAndLetsNoneOvertakeIt() {
        inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"count\":1,"
                + "\"effect\":{\"type\":\"delayAnswer\",\"millis\":400}");

        lab.buyMarket("MXUSDT", "50", "late");
        lab.buyMarket("MXUSDT", "50", "later");

        assertThat(client.pushWithin(SILENCE)).isNull();
        assertThat(client.nextPush().message(304).text(2)).isEqualTo("late");
        assertThat(client.nextPush().message(304).text(2)).isEqualTo("later");
    }

    @Test
    void breaksTheConnectionInsteadOfThePush() {
        inject("\"endpoint\":\"PUSH " + ORDERS + "\",\"count\":1,\"effect\":{\"type\":\"disconnect\"}");

        lab.buyMarket("MXUSDT", "50", "snipe");

        Lab.await(PATIENCE, client::isClosed);
        assertThat(client.pushWithin(SILENCE)).isNull();
        Lab.await(PATIENCE, () -> lab.truth("/streams").isEmpty());
        assertFilledOnce();
    }

    @Test
    void breaksConnectionsOnDemandAndForgetsTheirSubscriptions() {
        assertThat(lab.control("DELETE", "/streams?account=beta", "").status()).isEqualTo(200);
        assertThat(lab.truth("/streams").path(0).path("channels").path(0).asText())
                .isEqualTo(ORDERS);

        lab.control("DELETE", "/streams?account=alpha", "");

        Lab.await(PATIENCE, client::isClosed);
        client.close();
        client = StreamClient.ofAlpha(lab);
        lab.buyMarket("MXUSDT", "50", "unheard");
        assertThat(client.pushWithin(SILENCE)).isNull();
        assertThat(client.subscribe(ORDERS)).isEqualTo(ORDERS);
    }

    @Test
    void blocksASubscriptionAsOftenAsAsked() {
        inject("\"endpoint\":\"SUBSCRIPTION spot@private.deals.v3.api.pb\",\"count\":1,"
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
    void refusesAFaultThatWouldDoNothingWhereItIsPut(String rule) {
        assertThat(lab.control("POST", "/faults", "{" + rule + "}").status()).isEqualTo(400);
    }

    private void assertFilledOnce() {
        assertThat(lab.truth("/orders")).hasSize(1);
        assertThat(lab.truth("/orders").path(0).path("status").asText()).isEqualTo("FILLED");
    }

    private void inject(String rule) {
        assertThat(lab.control("POST", "/faults", "{" + rule + "}").status()).isEqualTo(201);
    }
}
