package io.firstfill.trader.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A vault with one secret behind a login by AppRole or Kubernetes, which can be sealed, hang, refuse and end. */
final class FaultyVault implements AutoCloseable {
    /** How the vault answers. */
    enum Mode {
        HEALTHY,
        SEALED,
        HANGING,
        DENYING,
        REFUSING_LOGINS,
        EMPTY
    }

    static final String SECRET = "never-to-be-seen";

    volatile Mode mode = Mode.HEALTHY;
    /** A path below the mount that no login may read; the mode holds for the others. */
    volatile String deniedPath = "";

    volatile String lastLogin = "";
    final AtomicInteger logins = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    FaultyVault() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/auth/", this::login);
        server.createContext("/v1/secret/data/", this::read);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Makes all tokens invalid that were issued so far. */
    void revokeTokens() {
        tokens.clear();
    }

    /** Stops listening: connections are refused from now on. */
    void stop() {
        closing.countDown();
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    private void login(HttpExchange call) throws IOException {
        logins.incrementAndGet();
        lastLogin = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (mode == Mode.REFUSING_LOGINS) {
            answer(call, 400, "{\"errors\":[\"invalid role or secret ID\"]}");
            return;
        }
        String token = "t-" + logins.get();
        tokens.add(token);
        answer(call, 200, """
            {"auth":{"client_token":"%s","accessor":"a","policies":["p"],"token_policies":["p"],
             "lease_duration":3600,"renewable":true,"entity_id":"e","token_type":"service","orphan":true}}\
            """.formatted(token));
    }

    private void read(HttpExchange call) throws IOException {
        reads.incrementAndGet();
        String token = call.getRequestHeaders().getFirst("X-Vault-Token");
        boolean denied = mode == Mode.DENYING || call.getRequestURI().getPath().equals("/v1/secret/data/" + deniedPath);
        if (token == null || !tokens.contains(token) || denied) {
            answer(call, 403, "{\"errors\":[\"permission denied\"]}");
        } else if (mode == Mode.EMPTY) {
            answer(call, 404, "{\"errors\":[]}");
        } else {
            answer(call, 200, """
                {"data":{"data":{"api-key":"mx0-key","secret-key":"%s"},"metadata":{"version":3,
                 "created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":false}}}\
                """.formatted(SECRET));
        }
    }

    private void answer(HttpExchange call, int healthy, String text) throws IOException {
        if (mode == Mode.HANGING) {
            awaitClosing();
        }
        int status = mode == Mode.SEALED ? 503 : healthy;
        byte[] bytes =
                (mode == Mode.SEALED ? "{\"errors\":[\"Vault is sealed\"]}" : text).getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private void awaitClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
