package io.firstfill.mexc.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.MexcSettings;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.firstfill.mexc.clock.ClockOffset;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.OrderAck;
import io.firstfill.mexc.order.OrderRequest;
import io.firstfill.mexc.order.PreparedOrder;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A simulated exchange with one open pair, NEWT/USDT, and one account, reached through the client that the trader uses.
 */
final class SimulatedAccount implements AutoCloseable {

    static final MexcSymbol SYMBOL = new MexcSymbol("NEWTUSDT");
    private static final MexcSigner SIGNER = new MexcSigner(new MexcCredentials("the-key", "the-secret"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALM =
            "{\"makerVolatility\":\"0\",\"makerTrades\":false,\"openDelayMinMillis\":0,\"openDelayMaxMillis\":0}";

    final Vertx vertx = Vertx.vertx();
    final MexcSignedClient client;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulator exchange =
            Simulator.start(SimulatorOptions.ephemeral().withBehaviour(CALM));
    private final MexcWire wire;

    SimulatedAccount() {
        URI uri = URI.create("http://127.0.0.1:" + exchange.mexcPort());
        InstantSource clock = InstantSource.system();
        wire = new MexcWire(
                vertx,
                MexcSettings.of(uri, uri),
                new WeightBudget(EgressLimits.strictest().whole(), clock),
                clock);
        client = wire.signed(SIGNER, new ServerClock(clock, ClockOffset.standard()));
        control("POST", "/accounts", """
                {"name":"alpha","apiKey":"the-key","secret":"the-secret","balances":{"USDT":"1000"}}""");
        control("POST", "/listings", """
                {"base":"NEWT","openAt":"%s","referencePrice":"0.5"}""".formatted(Instant.now()));
    }

    StreamSettings settings(Duration maxAge, Duration keyExtension) {
        return new StreamSettings(
                URI.create("ws://127.0.0.1:" + exchange.mexcPort() + "/ws"),
                false,
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                maxAge,
                Duration.ofMillis(50),
                keyExtension,
                new BackOff(Duration.ofMillis(20), Duration.ofMillis(200)),
                StreamSettings.Limits.documented(),
                null);
    }

    void buy(String id) {
        OrderRequest order = new OrderRequest.MarketBuy(SYMBOL, new BigDecimal("50"), new ClientOrderId(id));
        MexcResult<OrderAck> answer = client.place(
                        PreparedOrder.sign(order, Instant.now(), Duration.ofSeconds(1), SIGNER))
                .await()
                .atMost(Duration.ofSeconds(10));
        if (!(answer instanceof MexcResult.Answer<OrderAck>)) {
            throw new IllegalStateException("Order not taken: " + answer);
        }
    }

    void fault(String endpoint, String effect) {
        control("POST", "/faults", """
                {"endpoint":"%s","count":1,"effect":{"type":"%s"}}""".formatted(endpoint, effect));
    }

    void behave(String behaviour) {
        control("PATCH", "/behaviour", behaviour);
    }

    JsonNode sockets() {
        return control("GET", "/streams", "");
    }

    void cut() {
        control("DELETE", "/streams", "");
    }

    JsonNode control(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + exchange.controlPort() + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + " answered " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        wire.close();
        vertx.close();
        exchange.close();
    }
}
