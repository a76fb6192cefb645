package io.firstfill.mexc;

import io.firstfill.mexc.budget.EgressLimits;
import io.firstfill.mexc.budget.WeightBudget;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An HTTP server that answers as the test says and records the requests that reach it. */
final class StubExchange implements AutoCloseable {

    record Seen(String method, String uri, String headers, int bodyLength, String from) {
        String path() {
            return URI.create(uri).getPath();
        }
    }

    final Vertx vertx = Vertx.vertx();
    final WeightBudget budget = new WeightBudget(EgressLimits.strictest().whole(), InstantSource.system());
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final HttpServer server;

    StubExchange(Handler<HttpServerRequest> answer) {
        server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(this::connected)
                .requestHandler(request -> request.body().onSuccess(body -> {
                    String headers = request.headers().toString();
                    String from = request.remoteAddress().hostAddress();
                    seen.add(new Seen(request.method().name(), request.uri(), headers, body.length(), from));
                    answer.handle(request);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static StubExchange answering(int status, String type, String body) {
        return new StubExchange(request -> request.response()
                .setStatusCode(status)
                .putHeader("content-type", type)
                .end(body));
    }

    static StubExchange answering(String json) {
        return answering(200, "application/json", json);
    }

    static String golden(String name) {
        try (InputStream file = StubExchange.class.getResourceAsStream("/golden/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MexcWire wire() {
        return wire(Duration.ofSeconds(2), Duration.ofSeconds(2), 2);
    }

    MexcWire wire(Duration connect, Duration answer, int orderSockets) {
        return wire(address(), connect, answer, orderSockets);
    }

    MexcWire wire(URI address, Duration connect, Duration answer, int orderSockets) {
        return wire(address, connect, answer, orderSockets, null);
    }

    /** A wire whose connections leave from another address of this machine. */
    MexcWire wireFrom(String egressAddress) {
        return wire(address(), Duration.ofSeconds(2), Duration.ofSeconds(2), 2, egressAddress);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    private MexcWire wire(
            URI address, Duration connect, Duration answer, int orderSockets, @Nullable String egressAddress) {
        MexcSettings base = MexcSettings.of(address, address);
        return new MexcWire(
                vertx,
                new MexcSettings(
                        address,
                        address,
                        false,
                        new MexcSettings.Timeouts(connect, answer, answer, Duration.ofSeconds(30)),
                        new MexcSettings.Pools(orderSockets, 2, 4, 1 << 20),
                        base.recvWindow(),
                        "firstfill-test",
                        base.throttlePause(),
                        base.longestThrottle(),
                        egressAddress),
                budget,
                InstantSource.system());
    }

    private void connected(HttpConnection connection) {
        open.add(connection);
        connection.closeHandler(closed -> open.remove(connection));
        connections.incrementAndGet();
    }

    /** Returns the number of connections ever made. */
    int connections() {
        return connections.get();
    }

    void awaitConnections(int count) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> connections.get() >= count);
    }

    void cutConnections() {
        open.forEach(HttpConnection::close);
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(open::isEmpty);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
