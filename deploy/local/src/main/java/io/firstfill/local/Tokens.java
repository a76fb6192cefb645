package io.firstfill.local;

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

/** Access tokens of the demonstration users, whose passwords are their names. */
final class Tokens {
    private static final Duration SAFETY = Duration.ofSeconds(60);

    private final URI endpoint;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    Tokens(Ports ports) {
        this.endpoint =
                URI.create(Parts.local(ports.gateway()) + "/auth/realms/firstfill/protocol/openid-connect/token");
    }

    String of(String user) {
        long now = System.nanoTime();
        return held.compute(user, (name, old) -> old != null && old.until() - now > 0 ? old : fetch(name, now))
                .token();
    }

    private Held fetch(String user, long now) {
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
            Duration life = Duration.ofSeconds(body.getLong("expires_in")).minus(SAFETY);
            return new Held(body.getString("access_token"), now + life.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException("The identity provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing in", e);
        }
    }

    private record Held(String token, long until) {
        @Override
        public String toString() {
            return "Held[]";
        }
    }
}
