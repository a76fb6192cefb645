package io.firstfill.trader.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Drives the simulated exchange and tells its truth. */
public final class ControlPort {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    public ControlPort(int port) {
        this.port = port;
    }

    public JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + " answered " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void list(String base, Instant openAt) {
        call(
                "POST",
                "/listings",
                "{\"base\":\"%s\",\"openAt\":\"%s\",\"referencePrice\":\"0.5\"}".formatted(base, openAt));
    }

    /** Opens that much after the announced time. */
    public void list(String base, Instant openAt, int delayMillis) {
        call(
                "POST",
                "/listings",
                "{\"base\":\"%s\",\"openAt\":\"%s\",\"openDelayMillis\":%d,\"referencePrice\":\"0.5\"}"
                        .formatted(base, openAt, delayMillis));
    }

    /** The next order of the pair goes wrong in this way. */
    public void failNextOrder(String symbol, String effect) {
        call(
                "POST",
                "/faults",
                "{\"endpoint\":\"POST /api/v3/order\",\"symbol\":\"%s\",\"count\":1,\"effect\":%s}"
                        .formatted(symbol, effect));
    }

    /** With the exchange's own word, unexecuted. */
    public void refuseNextOrder(String symbol, int status, int code) {
        failNextOrder(symbol, refusal(status, code));
    }

    public void refuse(String endpoint, String symbol, int status, int code) {
        call(
                "POST",
                "/faults",
                "{\"endpoint\":\"%s\",\"symbol\":\"%s\",\"effect\":%s}"
                        .formatted(endpoint, symbol, refusal(status, code)));
    }

    private static String refusal(int status, int code) {
        return "{\"type\":\"answer\",\"status\":%d,\"contentType\":\"application/json\",\"body\":\"{\\\"code\\\":%d,\\\"msg\\\":\\\"no\\\"}\",\"executed\":false}"
                .formatted(status, code);
    }

    public JsonNode orders(String symbol) {
        return call("GET", "/orders?account=alpha&symbol=" + symbol, "");
    }

    public JsonNode arrivals(String symbol) {
        return call("GET", "/arrivals?symbol=" + symbol, "");
    }
}
