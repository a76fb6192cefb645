package io.firstfill.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the gateway lets through, to whom, within which limits, and which headers it sets. The rules stand in one file,
 * {@code gateway-rules.json}, so that the gateway of a cluster can be compared with them.
 *
 * @param singleRequestHeaders lower-case names that a request may carry once
 * @param removedRequestHeaders lower-case names, or beginnings of names with a star at the end
 * @param responseHeaders set on every answer, whatever the service sent
 */
public record GatewayRules(
        Limits limits,
        Timeouts timeouts,
        Set<String> singleRequestHeaders,
        Set<String> removedRequestHeaders,
        List<String> removedResponseHeaders,
        Map<String, String> responseHeaders,
        Compression compression,
        List<Route> routes) {

    /**
     * @param body of a request, in bytes
     * @param connections to each service
     * @param waiting requests that wait for a connection to one service, before further ones get a 503
     */
    record Limits(int requestLine, int headers, int body, int connections, int waiting) {}

    /**
     * @param head from a connection's or head's first byte to the head's last
     * @param body from the head's last byte to the body's last
     * @param connect for a connection to the service
     * @param answer for each further sign of the service's answer
     * @param idle without a byte in either direction; longer than {@code answer}
     * @param linger how long a refused caller may still send before the connection is closed
     */
    record Timeouts(Duration head, Duration body, Duration connect, Duration answer, Duration idle, Duration linger) {}

    /** @param types of content, lower-case and without parameters */
    record Compression(int leastBytes, Set<String> types) {}

    /** The rules of {@code gateway-rules.json}. */
    public static GatewayRules load() {
        try (InputStream file = GatewayRules.class.getResourceAsStream("gateway-rules.json")) {
            return of(new JsonObject(Buffer.buffer(
                    Objects.requireNonNull(file, "gateway-rules.json").readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GatewayRules of(JsonObject json) {
        JsonObject compression = json.getJsonObject("compression");
        Map<String, String> headers = new LinkedHashMap<>();
        json.getJsonObject("responseHeaders").forEach(entry -> headers.put(entry.getKey(), (String) entry.getValue()));
        return new GatewayRules(
                limits(json.getJsonObject("limits")),
                timeouts(json.getJsonObject("timeouts")),
                lowerCase(json, "singleRequestHeaders"),
                lowerCase(json, "removedRequestHeaders"),
                Route.texts(json.getJsonArray("removedResponseHeaders")),
                headers,
                new Compression(compression.getInteger("leastBytes"), lowerCase(compression, "types")),
                json.getJsonArray("routes").stream()
                        .map(JsonObject.class::cast)
                        .map(Route::of)
                        .toList());
    }

    private static Limits limits(JsonObject json) {
        return new Limits(
                json.getInteger("requestLineBytes"),
                json.getInteger("headerBytes"),
                json.getInteger("bodyBytes"),
                json.getInteger("connectionsPerService"),
                json.getInteger("waitingPerService"));
    }

    private static Timeouts timeouts(JsonObject json) {
        return new Timeouts(
                Duration.parse(json.getString("head")),
                Duration.parse(json.getString("body")),
                Duration.parse(json.getString("connect")),
                Duration.parse(json.getString("answer")),
                Duration.parse(json.getString("idle")),
                Duration.parse(json.getString("linger")));
    }

    private static Set<String> lowerCase(JsonObject json, String field) {
        return Route.texts(json.getJsonArray(field)).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same rules with other limits and timeouts, for tests that reach them. */
    GatewayRules with(Limits otherLimits, Timeouts otherTimeouts) {
        return new GatewayRules(
                otherLimits,
                otherTimeouts,
                singleRequestHeaders,
                removedRequestHeaders,
                removedResponseHeaders,
                responseHeaders,
                compression,
                routes);
    }

    Optional<Route> route(String path) {
        return routes.stream().filter(route -> route.serves(path)).findFirst();
    }

    /** Whether a header of the caller's is kept from the services: by its name, or because the name is no plain one. */
    boolean isRemovedFromRequests(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.indexOf('_') >= 0
                || removedRequestHeaders.contains(lower)
                || removedRequestHeaders.stream()
                        .anyMatch(it -> it.endsWith("*") && lower.startsWith(it.substring(0, it.length() - 1)));
    }

    boolean isCompressible(String contentType) {
        return compression.types().contains(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
