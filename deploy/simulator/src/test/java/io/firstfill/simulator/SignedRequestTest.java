package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves the checks of API key, signature, timestamp, address and permission over HTTP. The clock stands at the
 * timestamp of the exchange's documented examples.
 */
class SignedRequestTest {

    private static final Instant DOCUMENTED = Instant.ofEpochMilli(1644489390087L);

    private final RunningSimulator simulator = new RunningSimulator(SimulatorOptions.ephemeral()
            .withBehaviour(RunningSimulator.DETERMINISTIC)
            .withClock(() -> DOCUMENTED));

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void acceptsTheDocumentedExampleInTheQueryString() {
        RunningSimulator.Answer answer = simulator.raw(
                "POST",
                "/api/v3/order?symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=11&recvWindow=5000"
                        + "&timestamp=1644489390087"
                        + "&signature=fd3e4e8543c5188531eb7279d68ae7d26a573d0fc5ab0d18eb692451654d837a",
                "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().fieldNames())
                .toIterable()
                .containsExactly(
                        "symbol",
                        "orderId",
                        "orderListId",
                        "price",
                        "origQty",
                        "type",
                        "side",
                        "stpMode",
                        "transactTime");
        assertThat(answer.body().path("transactTime").asLong()).isEqualTo(1644489390087L);
    }

    @Test
    void acceptsTheDocumentedExampleSplitBetweenQueryAndBody() {
        RunningSimulator.Answer answer = simulator.raw(
                "POST",
                "/api/v3/order?symbol=BTCUSDT&side=BUY&type=LIMIT",
                "quantity=1&price=11&recvWindow=5000&timestamp=1644489390087"
                        + "&signature=d1a676610ceb39174c8039b3f548357994b2a34139a8addd33baadba65684592");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesAnUpperCaseSignature() {
        String params = "timestamp=1644489390087";

        RunningSimulator.Answer answer = simulator.raw(
                "GET",
                "/api/v3/account?" + params + "&signature="
                        + RunningSimulator.sign(params).toUpperCase(Locale.ROOT),
                "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(700002);
    }

    @Test
    void refusesATimestampASecondAhead() {
        assertThat(account("timestamp=1644489391086").status()).isEqualTo(200);
        assertThat(account("timestamp=1644489391087").code()).isEqualTo(700003);
    }

    @Test
    void refusesAWindowAboveAMinute() {
        assertThat(account("recvWindow=60001&timestamp=1644489390087").code()).isEqualTo(700005);
    }

    @Test
    void refusesAKeyFromAnAddressItIsNotBoundTo() {
        simulator.control(
                "POST",
                "/accounts",
                "{\"name\":\"bound\",\"apiKey\":\"mx0bound\",\"secret\":\"%s\",\"boundIps\":[\"10.0.0.1\"]}"
                        .formatted(RunningSimulator.SECRET));
        String params = "timestamp=1644489390087";

        RunningSimulator.Answer answer = simulator.as(
                "mx0bound", "GET", "/api/v3/account?" + params + "&signature=" + RunningSimulator.sign(params));

        assertThat(answer.code()).isEqualTo(700006);
    }

    @Test
    void refusesAKeyWithoutThePermissionToTrade() {
        simulator.control(
                "POST",
                "/accounts",
                "{\"name\":\"reader\",\"apiKey\":\"mx0reader\",\"secret\":\"%s\",\"rights\":[\"SPOT_ACCOUNT_READ\"]}"
                        .formatted(RunningSimulator.SECRET));
        String params = "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=11&timestamp=1644489390087";

        RunningSimulator.Answer answer = simulator.as(
                "mx0reader", "POST", "/api/v3/order?" + params + "&signature=" + RunningSimulator.sign(params));

        assertThat(answer.code()).isEqualTo(700007);
    }

    private RunningSimulator.Answer account(String params) {
        return simulator.raw("GET", "/api/v3/account?" + params + "&signature=" + RunningSimulator.sign(params), "");
    }
}
