package io.firstfill.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** The alerts of a Prometheus, pending or firing: pending is a condition that holds and has not lasted yet. */
record RaisedAlerts(URI prometheus) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** Look-ups of an order that was long in doubt are minutes apart. */
    private static final Duration ENDED_WITHIN = Duration.ofMinutes(6);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    void awaitRaised(String alert) {
        awaitRaised(alert, LIMIT);
    }

    void awaitRaised(String alert, Duration limit) {
        await(alert + " to be raised")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> assertThat(names()).contains(alert));
    }

    void awaitEnded(String... alerts) {
        await(Set.of(alerts) + " to end")
                .atMost(ENDED_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(names()).doesNotContain(alerts));
    }

    Set<String> names() {
        Set<String> found = new TreeSet<>();
        answer("/api/v1/alerts")
                .getJsonObject("data")
                .getJsonArray("alerts")
                .forEach(alert ->
                        found.add(((JsonObject) alert).getJsonObject("labels").getString("alertname")));
        return found;
    }

    private JsonObject answer(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(prometheus.resolve(path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return new JsonObject(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException("Prometheus does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
