package io.firstfill.local.secrets;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls the HTTP API of a Vault, or of its stand-in. */
final class VaultCalls implements AutoCloseable {
    /** An answer; an empty body is an empty object. */
    record Response(int status, JsonObject body) {
        JsonObject data() {
            return body.getJsonObject("data");
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    VaultCalls(String url) {
        this.url = url;
    }

    Response call(String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(10))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("X-Vault-Token", token);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            return new Response(response.statusCode(), text.isEmpty() ? new JsonObject() : new JsonObject(text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Response login(String roleId, String secretId) {
        JsonObject credentials = new JsonObject().put("role_id", roleId).put("secret_id", secretId);
        return call("POST", "/v1/auth/approle/login", null, credentials.encode());
    }

    @Override
    public void close() {
        client.close();
    }
}
