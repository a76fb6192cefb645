package io.firstfill.acceptance.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firstfill.acceptance.Scenario;
import io.firstfill.contract.Topics;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves that the conditions which alert rules are about are seen by a Prometheus that reads the running stack, and
 * that the alerts end with them. Not raised here, and proven by promtool alone: what needs hours (a missed listing, a
 * key near its end, orders that are slow) or a fault that the stack cannot have (records lost, a full heap).
 */
@Tag("long")
class AlertsIT extends Scenario {
    private static final String FEED = "/api/v3/defaultSymbols";
    private static final Duration UNRESOLVED_WITHIN = Duration.ofSeconds(150);

    private final GatewayClient founder;

    AlertsIT(Stack stack) {
        super(stack);
        founder = GatewayClient.of(stack, "founder");
    }

    @Test
    void whatGoesWrongIsSeenAndItsEndIsSeen() {
        requirePrometheus();
        RaisedAlerts alerts = new RaisedAlerts(stack.startMonitoring());
        startedRun();
        alerts.awaitEnded("FirstfillServiceDown", "FirstfillControlBlind", "FirstfillLedgerNotRecording");

        halted(alerts);
        exchangeFails(alerts);
        clockUnknown(alerts);
        servicesLost(alerts);
        recordUnreadable(alerts);
        keyRotated(alerts);
        orderInDoubt(alerts);
        capReached(alerts);
    }

    private void halted(RaisedAlerts alerts) {
        set("HALTED");
        alerts.awaitRaised("FirstfillHalted");
        set("ACTIVE");
        alerts.awaitEnded("FirstfillHalted");
    }

    private void exchangeFails(RaisedAlerts alerts) {
        exchange.inject(
                fault(FEED, answer(200).put("contentType", "text/html").put("body", "<html>maintenance</html>")));
        alerts.awaitRaised("FirstfillFeedDegraded");
        alerts.awaitRaised("FirstfillFeedLate");
        exchange.clearFaults();
        exchange.inject(fault(FEED, answer(429).put("headers", new JsonObject().put("Retry-After", "3"))));
        alerts.awaitRaised("FirstfillThrottled");
        exchange.clearFaults();
        alerts.awaitEnded("FirstfillThrottled", "FirstfillFeedDegraded", "FirstfillFeedLate");
    }

    private void clockUnknown(RaisedAlerts alerts) {
        exchange.inject(fault("/api/v3/time", answer(503)));
        alerts.awaitRaised("FirstfillClockSkew", Duration.ofMinutes(3));
        exchange.clearFaults();
        alerts.awaitEnded("FirstfillClockSkew");
    }

    private void servicesLost(RaisedAlerts alerts) {
        stack.kill("scanner-service");
        alerts.awaitRaised("FirstfillServiceDown");
        alerts.awaitRaised("FirstfillServiceSilent");
        stack.restart("scanner-service");
        alerts.awaitEnded("FirstfillServiceDown", "FirstfillServiceSilent");
        stack.pause("ledger-service");
        alerts.awaitRaised("FirstfillLedgerNotRecording");
        stack.resume("ledger-service");
        alerts.awaitEnded("FirstfillLedgerNotRecording", "FirstfillServiceDown", "FirstfillLedgerBehind");
        stack.kill("control-service");
        alerts.awaitRaised("FirstfillControlBlind");
        stack.restart("control-service");
        alerts.awaitEnded("FirstfillControlBlind");
    }

    private void recordUnreadable(RaisedAlerts alerts) {
        RecordMetadata place = sendUnreadable();
        alerts.awaitRaised("FirstfillRecordQuarantined");
        JsonObject where = new JsonObject()
                .put("topic", place.topic())
                .put("partition", place.partition())
                .put("offset", place.offset());
        JsonObject acknowledgement =
                new JsonObject().put("place", where).put("reason", "sent by the scenario, concerns nothing");
        assertThat(founder.control("POST", "/environments/paper/acknowledgements", acknowledgement)
                        .status())
                .isBetween(200, 202);
        alerts.awaitEnded("FirstfillRecordQuarantined");
    }

    private void keyRotated(RaisedAlerts alerts) {
        stack.storeCredentialsAgain("paper");
        alerts.awaitRaised("FirstfillCredentialInvalid");
        founder.control("POST", "/environments/paper/credential/validate", null);
        alerts.awaitEnded("FirstfillCredentialInvalid");
    }

    private void orderInDoubt(RaisedAlerts alerts) {
        exchange.inject(
                fault("POST /api/v3/order", new JsonObject().put("type", "drop").put("executed", false)));
        for (String path : List.of("/api/v3/order", "/api/v3/openOrders", "/api/v3/allOrders", "/api/v3/myTrades")) {
            exchange.inject(fault("GET " + path, answer(503)));
        }
        exchange.surpriseListing(newToken(), in(Duration.ofSeconds(2)), PRICE);
        alerts.awaitRaised("FirstfillOrderUnresolved", UNRESOLVED_WITHIN);
        exchange.clearFaults();
        alerts.awaitEnded("FirstfillOrderUnresolved");
    }

    private void capReached(RaisedAlerts alerts) {
        stopRuns();
        startedRun(savedConfiguration(new JsonObject().put("caps", new JsonObject().put("spend", "50"))));
        String base = newToken();
        exchange.surpriseListing(base, in(Duration.ofSeconds(2)), PRICE);
        awaitTrade(base, Duration.ofSeconds(30));
        alerts.awaitRaised("FirstfillCapReached");
        alerts.awaitRaised("FirstfillPermitsShort");
        stopRuns();
        alerts.awaitEnded("FirstfillCapReached", "FirstfillPermitsShort");
    }

    private void set(String state) {
        founder.control(
                "PUT",
                "/environments/paper/trading-state",
                new JsonObject().put("state", state).put("reason", "scenario"));
    }

    private static JsonObject answer(int status) {
        return new JsonObject().put("type", "answer").put("status", status);
    }

    private static JsonObject fault(String endpoint, JsonObject effect) {
        return new JsonObject().put("endpoint", endpoint).put("effect", effect);
    }

    private RecordMetadata sendUnreadable() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(Topics.RUNS, "paper", "no json".getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Skips where Prometheus is not installed; in the whole check of a bare machine, which installs it, fails. */
    private static void requirePrometheus() {
        boolean installed = Stream.of(variable("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "prometheus")));
        if (variable("FIRSTFILL_CI").equals("true")) {
            assertTrue(installed, "Prometheus is not installed");
        }
        assumeTrue(installed, "Prometheus is not installed: apt-get install prometheus");
    }

    private static String variable(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }
}
