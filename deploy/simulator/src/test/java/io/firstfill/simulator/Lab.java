package io.firstfill.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A running simulator with a customer "alpha" and clients for both of its ports. */
public final class Lab implements AutoCloseable {

    /** Deterministic: no drift, no crowd, no lag. */
    public static final String CALM = """
            {"makerVolatility":"0","makerTrades":false,"fillLagMaxMillis":0,"visibilityDelayMaxMillis":0,
             "openDelayMaxMillis":0,"ordersPerSecond":0,"ipWeightPer10Seconds":0}""";

    public static final String KEY = "mx0aBYs33eIilxBWC5";
    public static final String SECRET = "45d0b3c26f2644f19bfb98b07741b2f5";

    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public int code() {
            return body.path("code").asInt();
        }
    }

    /** HTTP/1.1, as with MEXC: an upgrade offered to HTTP/2 goes on after the request, into a connection that is cut. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Simulator simulator;

    public Lab(SimulatorOptions options) {
        simulator = Simulator.start(options);
        control("POST", "/accounts", account("alpha", KEY));
    }

    public Lab() {
        this(SimulatorOptions.ephemeral().withBehaviour(CALM));
    }

    public static String account(String name, String key) {
        return "{\"name\":\"%s\",\"apiKey\":\"%s\",\"secret\":\"%s\",\"balances\":{\"USDT\":\"1000\",\"MX\":\"100\"}}"
                .formatted(name, key, SECRET);
    }

    public Simulator simulator() {
        return simulator;
    }

    public Answer control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(simulator.controlPort(), path))
                .method(method, BodyPublishers.ofString(body)));
    }

    public JsonNode truth(String path) {
        return control("GET", path, "").body();
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(simulator.mexcPort(), path)));
    }

    /** A signed request of alpha, stamped now. */
    public Answer signed(String method, String path, String params) {
        String stamped =
                params + (params.isEmpty() ? "" : "&") + "recvWindow=1000&timestamp=" + System.currentTimeMillis();
        return raw(method, path + "?" + stamped + "&signature=" + sign(stamped), "");
    }

    public Answer raw(String method, String pathAndQuery, String body) {
        return send(request(method, pathAndQuery, body));
    }

    /** As {@link #raw}, for a request whose answer may get lost. */
    public HttpRequest.Builder request(String method, String pathAndQuery, String body) {
        return HttpRequest.newBuilder(uri(simulator.mexcPort(), pathAndQuery))
                .header("X-MEXC-APIKEY", KEY)
                .method(method, BodyPublishers.ofString(body));
    }

    /** A signed request with another customer's key. */
    public Answer as(String key, String method, String pathAndQuery) {
        return send(request(method, pathAndQuery, "").setHeader("X-MEXC-APIKEY", key));
    }

    public Answer buyMarket(String symbol, String amount, String clientOrderId) {
        return signed(
                "POST",
                "/api/v3/order",
                "symbol=%s&side=BUY&type=MARKET&quoteOrderQty=%s&newClientOrderId=%s"
                        .formatted(symbol, amount, clientOrderId));
    }

    public Answer query(String symbol, String clientOrderId) {
        return signed("GET", "/api/v3/order", "symbol=" + symbol + "&origClientOrderId=" + clientOrderId);
    }

    public void list(String base, Instant openAt, String more) {
        control(
                "POST",
                "/listings",
                "{\"base\":\"%s\",\"openAt\":\"%s\",\"referencePrice\":\"0.5\"%s}".formatted(base, openAt, more));
    }

    public static void await(Duration limit, BooleanSupplier condition) {
        Instant end = Instant.now().plus(limit);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + limit);
            }
        }
    }

    public static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            JsonNode body = json ? Json.MAPPER.readTree(response.body()) : Json.MAPPER.createObjectNode();
            return new Answer(response.statusCode(), body, response);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        simulator.close();
        client.close();
    }
}
