package io.firstfill.local.demo;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.JsonResponse;
import io.firstfill.local.client.Polling;
import io.firstfill.local.launch.Progress;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Provides the demonstration's configuration and active run: those of an earlier demonstration if they exist, else new.
 * The configuration is {@code configuration.json}; a test of control's reads the file.
 */
final class DemoRun {
    private static final JsonObject CONFIGURATION = configuration();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final GatewayClient operator;
    private final Progress progress;

    DemoRun(GatewayClient operator, Progress progress) {
        this.operator = operator;
        this.progress = progress;
    }

    /** Waits for the start-up gate and returns the id of the active run. */
    String start() {
        Polling.until(
                TIMEOUT,
                "the start-up gate to open",
                () -> operator.failingGateItems("paper").isEmpty());
        runs("ACTIVE").forEach(id -> progress.message("Run " + id + " goes on from the last time."));
        return runs("ACTIVE").findFirst().orElseGet(this::startNew);
    }

    private String startNew() {
        runs("SUSPENDED", "STOP_REQUESTED", "STOPPING").forEach(this::stop);
        String configuration = savedConfiguration();
        JsonObject start = new JsonObject().put("environment", "paper").put("configurationId", configuration);
        JsonResponse started = operator.control(
                        "POST",
                        "/runs",
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                        start)
                .expect(201);
        String run = started.json().getString("runId");
        progress.message("Run " + run + " started through the gateway by operator.");
        return run;
    }

    /** Stops a run that an earlier demonstration left in a state between active and stopped: it prevents a new one. */
    private void stop(String run) {
        JsonObject reason = new JsonObject().put("reason", "left over by an earlier demonstration");
        Polling.until(
                TIMEOUT,
                "run " + run + " to stop",
                () -> "STOPPED"
                        .equals(operator.control("POST", "/runs/" + run + "/stop", reason)
                                .json()
                                .getString("state")));
    }

    private Stream<String> runs(String... states) {
        List<String> wanted = List.of(states);
        return items("/runs?environment=paper").stream()
                .filter(run -> wanted.contains(run.getString("state")))
                .map(run -> run.getString("runId"));
    }

    private String savedConfiguration() {
        return items("/configurations?environment=paper").stream()
                .filter(configuration -> CONFIGURATION
                        .getString("name")
                        .equals(configuration.getJsonObject("content").getString("name")))
                .map(configuration -> configuration.getString("configurationId"))
                .findFirst()
                .orElseGet(this::saveConfiguration);
    }

    private static JsonObject configuration() {
        try (InputStream file = Objects.requireNonNull(DemoRun.class.getResourceAsStream("configuration.json"))) {
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String saveConfiguration() {
        return operator.control("POST", "/configurations", CONFIGURATION)
                .expect(201)
                .json()
                .getString("configurationId");
    }

    private List<JsonObject> items(String path) {
        return operator.control("GET", path, null).expect(200).array();
    }
}
