package io.firstfill.benchmark.floor;

import io.firstfill.local.client.SimulatorClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures the least time that an order request takes: a test order of an account of its own, on one kept connection to
 * the same simulator, signed before the measurement starts. The HTTP client is the one the trader uses, Vert.x core.
 */
final class PostFloor implements AutoCloseable {
    private static final String KEY = "mx0benchfloor";
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * One measurement, in microseconds from handing the request to the client.
     *
     * @param written until the socket has taken the request
     * @param answered until the head of the response
     */
    record Post(long written, long answered) {}

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final URI exchange;
    private final InstantSource clock;
    private final SecretKeySpec secret;

    private PostFloor(URI exchange, InstantSource clock, String secret) {
        this.exchange = exchange;
        this.clock = clock;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setPipelining(false).setTcpNoDelay(true));
    }

    static PostFloor open(URI exchange, SimulatorClient control, InstantSource clock) {
        String secret = UUID.randomUUID().toString();
        JsonObject account = new JsonObject()
                .put("name", "bench-floor")
                .put("apiKey", KEY)
                .put("secret", secret)
                .put("balances", new JsonObject().put("USDT", "1000"));
        control.send("POST", "/accounts", account).expect(201);
        return new PostFloor(exchange, clock, secret);
    }

    /** Sends one request. Empty when the request was refused or the transport did not report when it was written. */
    Optional<Post> measure() {
        RequestOptions options = signed();
        AtomicLong written = new AtomicLong();
        AtomicLong answered = new AtomicLong();
        long handed = System.nanoTime();
        int status = client.request(options)
                .compose(request -> sent(request, written, answered))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        return status == 200 && written.get() != 0
                ? Optional.of(new Post((written.get() - handed) / 1_000, (answered.get() - handed) / 1_000))
                : Optional.empty();
    }

    private static Future<Integer> sent(HttpClientRequest request, AtomicLong written, AtomicLong answered) {
        Future<Integer> status = request.response().compose(response -> {
            answered.set(System.nanoTime());
            return response.body().map(body -> response.statusCode());
        });
        return request.end().onSuccess(done -> written.set(System.nanoTime())).compose(done -> status);
    }

    private RequestOptions signed() {
        String query =
                "symbol=BTCUSDT&side=BUY&type=MARKET&quoteOrderQty=20&newClientOrderId=floor&recvWindow=1000&timestamp="
                        + clock.millis();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(exchange.getHost())
                .setPort(exchange.getPort())
                .setURI("/api/v3/order/test?" + query + "&signature=" + signature(query))
                .putHeader("X-MEXC-APIKEY", KEY)
                .putHeader("content-length", "0");
    }

    private String signature(String query) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
