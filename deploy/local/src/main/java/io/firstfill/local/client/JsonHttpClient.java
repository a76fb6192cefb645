package io.firstfill.local.client;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends JSON over HTTP with a timeout of 20 s. No request is ever sent twice. */
final class JsonHttpClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final URI origin;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JsonHttpClient(URI origin) {
        this.origin = origin;
    }

    JsonResponse send(String method, String path, Map<String, String> headers, @Nullable JsonObject body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(TIMEOUT)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.encode()));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new JsonResponse(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UnexpectedResponseException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnexpectedResponseException("interrupted at " + method + " " + path, e);
        }
    }
}
