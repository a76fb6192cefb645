package io.firstfill.testkit.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenID Connect provider that publishes its address and its key, and records every call. */
public final class StubIdentityProvider implements AutoCloseable {
    private final HttpServer server;
    private final TestTokens tokens;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private StubIdentityProvider(HttpServer server) {
        this.server = server;
        this.tokens = new TestTokens(issuer());
    }

    public static StubIdentityProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubIdentityProvider provider = new StubIdentityProvider(server);
            server.createContext("/", provider::answer);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings by which a service takes this for its identity provider. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.auth-server-url", issuer(),
                "quarkus.oidc.tenant-enabled", "true",
                "test.private-key", tokens.privateKey());
    }

    public TestTokens tokens() {
        return tokens;
    }

    /** The paths that services have called since the last {@link #forget()}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forget() {
        calls.clear();
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/test";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        calls.add(path);
        byte[] body = (path.endsWith("/.well-known/openid-configuration") ? discovery() : tokens.keySet())
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/certs","introspection_endpoint":"%1$s/introspect",
                 "userinfo_endpoint":"%1$s/userinfo","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/auth"}
                """.formatted(issuer());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
