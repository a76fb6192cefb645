package io.firstfill.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** The simulator's second port. */
final class ExchangeControl implements AutoCloseable {
    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    ExchangeControl(String address) {
        this.address = address;
    }

    void schedule(String base, Instant openAt) {
        post("/listings", "{\"base\":\"%s\",\"openAt\":\"%s\",\"referencePrice\":\"0.5\"}".formatted(base, openAt));
    }

    /** Announced by each source at a time of its own, the website's row complete from the start. */
    void schedule(String base, Instant openAt, Instant calendar, Instant exchangeInfo, Instant website) {
        post("/listings", """
                {"base":"%s","openAt":"%s","referencePrice":"0.5","visibleInCalendarAt":"%s",
                 "visibleInExchangeInfoAt":"%s","visibleInSymbolsV2At":"%s"}
                """.formatted(base, openAt, calendar, exchangeInfo, website));
    }

    void surprise(String base) {
        post(
                "/listings",
                "{\"base\":\"%s\",\"openAt\":\"%s\",\"openDelayMillis\":0,\"surprise\":true,\"referencePrice\":\"0.5\"}"
                        .formatted(base, Instant.now()));
    }

    void htmlAt(String endpoint) {
        post("/faults", """
                {"endpoint":"%s","effect":{"type":"answer","status":200,"contentType":"text/html","body":"<html>no</html>"}}
                """.formatted(endpoint));
    }

    /** Answers that late from now on. */
    void slow(String endpoint) {
        post("/faults", """
                {"endpoint":"%s","effect":{"type":"delayAnswer","millis":3000}}
                """.formatted(endpoint));
    }

    /** Once, as the exchange does it, or as the firewall in front of it does: without saying for how long. */
    void turnAway(String endpoint, int status, String headers) {
        post("/faults", """
                {"endpoint":"%s","count":1,"effect":{"type":"answer","status":%d,"headers":%s,
                 "contentType":"text/html","body":"<html>Access Denied</html>"}}
                """.formatted(endpoint, status, headers));
    }

    void throttle(String endpoint) {
        post("/faults", """
                {"endpoint":"%s","count":1,"effect":{"type":"answer","status":429,"headers":{"Retry-After":"1"}}}
                """.formatted(endpoint));
    }

    void healed() {
        send(HttpRequest.newBuilder(URI.create(address + "/faults")).DELETE());
    }

    @Override
    public void close() {
        http.close();
    }

    private void post(String path, String body) {
        send(HttpRequest.newBuilder(URI.create(address + path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private void send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        } catch (IOException e) {
            throw new IllegalStateException("the simulator's control port does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
