package io.firstfill.benchmark.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads the ledger's API at the ledger's own port, past the gateway, over one kept connection. */
final class Client {
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI ledger;
    private final Supplier<String> token;

    Client(URI ledger, Supplier<String> token) {
        this.ledger = ledger;
        this.token = token;
    }

    /** @param tag the entity tag that the caller knows; empty for none */
    HttpResponse<String> get(String path, String tag) throws InterruptedException {
        return send(path, tag, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path) throws InterruptedException {
        return send(path, "", BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> send(String path, String tag, BodyHandler<T> handler) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(ledger.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token.get());
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        try {
            HttpResponse<T> response = http.send(request.build(), handler);
            if (response.statusCode() != 200 && response.statusCode() != 304) {
                throw new IllegalStateException(path + " answered " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(path + " got no answer", e);
        }
    }
}
