package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.json.Json;
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
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A running simulator with a customer "alpha", and clients for both of its ports.
 *
 * <p>Its machine clock stands still unless a test moves it, so that no assertion depends on the speed of the machine.
 * Only what Vert.x timers do takes real time: delays of fault rules, lags of pushes, and the heartbeat that opens due
 * listings.
 */
public final class RunningSimulator implements AutoCloseable {

    /** Switches for reproducible answers: a fixed reference price, no noise trader, no lags, no rate limits. */
    public static final String DETERMINISTIC = """
            {"makerVolatility":"0","makerTrades":false,"fillLagMaxMillis":0,"visibilityDelayMaxMillis":0,
             "openDelayMaxMillis":0,"ordersPerSecond":0,"ipWeightPer10Seconds":0}""";

    public static final String KEY = "mx0aBYs33eIilxBWC5";
    public static final String SECRET = "45d0b3c26f2644f19bfb98b07741b2f5";

    /** The time that a test waits for what must happen; longer than any pause of a slow machine. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The largest window that the exchange accepts, in milliseconds. */
    private static final int RECV_WINDOW = 60_000;

    /** An answer of either port; the body is an empty object unless it is JSON. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {
        public int code() {
            return body.path("code").asInt();
        }
    }

    /**
     * Speaks HTTP/1.1, as with MEXC. An offered upgrade to HTTP/2 would outlast the request, and fail on a connection
     * that a fault rule closes.
     */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final InstantSource machineClock;
    private final Simulator simulator;

    public RunningSimulator(SimulatorOptions options) {
        machineClock = options.clock();
        simulator = Simulator.start(options);
        control("POST", "/accounts", account("alpha", KEY));
    }

    public RunningSimulator(InstantSource machineClock) {
        this(SimulatorOptions.ephemeral().withBehaviour(DETERMINISTIC).withClock(machineClock));
    }

    public RunningSimulator() {
        this(new ManualClock());
    }

    /** A simulator on the system clock, for tests that measure a real delay. */
    public static RunningSimulator onSystemClock() {
        return new RunningSimulator(SimulatorOptions.ephemeral().withBehaviour(DETERMINISTIC));
    }

    public static String account(String name, String key) {
        return "{\"name\":\"%s\",\"apiKey\":\"%s\",\"secret\":\"%s\",\"balances\":{\"USDT\":\"1000\",\"MX\":\"100\"}}"
                .formatted(name, key, SECRET);
    }

    public int mexcPort() {
        return simulator.mexcPort();
    }

    /** The present time of the machine clock, in milliseconds. */
    public long millis() {
        return machineClock.millis();
    }

    public Answer control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(simulator.controlPort(), path))
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Reads the actual state of the exchange from the control port. */
    public JsonNode state(String path) {
        return control("GET", path, "").body();
    }

    /** Injects a fault rule, given as the content of its JSON object. */
    public void inject(String rule) {
        assertThat(control("POST", "/faults", "{" + rule + "}").status()).isEqualTo(201);
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(mexcPort(), path)));
    }

    /** Sends a signed request of alpha, with the present timestamp and the largest window. */
    public Answer signed(String method, String path, String params) {
        return signedAs(KEY, method, path, params);
    }

    /** As {@link #signed}, with the key of another customer; all customers of the tests have one secret. */
    public Answer signedAs(String key, String method, String path, String params) {
        String separator = params.isEmpty() ? "" : "&";
        String window = params.contains("recvWindow=") ? "" : "recvWindow=" + RECV_WINDOW + "&";
        String stamped = params + separator + window + "timestamp=" + millis();
        return as(key, method, path + "?" + stamped + "&signature=" + sign(stamped));
    }

    public Answer raw(String method, String pathAndQuery, String body) {
        return send(request(method, pathAndQuery, body));
    }

    private HttpRequest.Builder request(String method, String pathAndQuery, String body) {
        return HttpRequest.newBuilder(uri(mexcPort(), pathAndQuery))
                .header("X-MEXC-APIKEY", KEY)
                .method(method, BodyPublishers.ofString(body));
    }

    /** Sends a request with the key of another customer. */
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

    /** Waits until a condition holds; fails after {@link #PATIENCE}. */
    public static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE);
            }
            Thread.onSpinWait();
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
                    client.send(request.timeout(PATIENCE.multipliedBy(2)).build(), BodyHandlers.ofString());
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
