package io.firstfill.local.identity;

import io.firstfill.local.config.Ports;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fetches access tokens of the realm's users, whose passwords are their names, and caches them until shortly before
 * expiry.
 */
public final class AccessTokens {
    /** How long before its expiry a token is fetched anew. */
    private static final Duration RENEW_BEFORE_EXPIRY = Duration.ofSeconds(60);

    private final URI endpoint;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, CachedToken> cache = new ConcurrentHashMap<>();

    public AccessTokens(Ports ports) {
        this(URI.create(Ports.localUrl(ports.gateway())));
    }

    /** @param gateway its address, with no path */
    public AccessTokens(URI gateway) {
        this.endpoint = gateway.resolve("/auth/realms/firstfill/protocol/openid-connect/token");
    }

    /** A valid access token of one user. */
    public String of(String user) {
        long now = System.nanoTime();
        return cache.compute(user, (name, old) -> old != null && old.until() - now > 0 ? old : fetch(name, now))
                .token();
    }

    private CachedToken fetch(String user, long now) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=firstfill-cli&scope=openid"
                        + "&username=" + user + "&password=" + user))
                .timeout(Duration.ofSeconds(15))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("No token for " + user + ": HTTP " + response.statusCode());
            }
            JsonObject body = new JsonObject(response.body());
            Duration usable = Duration.ofSeconds(body.getLong("expires_in")).minus(RENEW_BEFORE_EXPIRY);
            return new CachedToken(body.getString("access_token"), now + usable.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException("The identity provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing in", e);
        }
    }

    private record CachedToken(String token, long until) {
        @Override
        public String toString() {
            return "CachedToken[]";
        }
    }
}
