package io.firstfill.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.Scenario;
import io.firstfill.acceptance.TradingEnvironment;
import io.firstfill.acceptance.TwoEnvironments;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Proves that a record which no service can process stops nothing: it holds its environment, visibly and over restarts,
 * until an operator acknowledges it, and no other environment; the ledger has it in its journal as it was. {@link
 * PoisonRules} is the table of what each service must do.
 */
class PoisonIT extends TwoEnvironments {
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);
    private static final Duration BOUGHT_WITHIN = Duration.ofSeconds(40);

    private final TradingEnvironment poisoned = environments.getFirst();
    private final TradingEnvironment healthy = environments.getLast();
    private final ServiceHealth health;
    private final Instant began = Clock.systemUTC().instant();

    PoisonIT(Stack stack) {
        super(stack);
        health = new ServiceHealth(stack);
    }

    @Test
    void aRecordThatCannotBeProcessedHoldsItsEnvironmentUntilItIsAcknowledgedAndNoOther() {
        environments.forEach(TradingEnvironment::restore);
        environments.forEach(TradingEnvironment::awaitGate);
        environments.forEach(TradingEnvironment::start);

        List<PoisonRecord> poison = poison();

        awaitHeld(poison, false);
        assertOnlyTheHealthyBuys();

        restartServices();
        awaitHeld(poison, true);
        healthy.awaitGate();
        assertOnlyTheHealthyBuys();
        assertJournalled(poison);

        acknowledge();
        assertFreeAgain();
        restartServices();
        assertFreeAgain();
        environments.forEach(TradingEnvironment::restore);
        environments.forEach(TradingEnvironment::awaitGate);
        environments.forEach(TradingEnvironment::start);
        String base = listedSurprise();
        environments.forEach(environment -> {
            environment.awaitBoughtOnce(base, BOUGHT_WITHIN);
            health.assertRecorded(environment, began);
        });
        environments.forEach(TradingEnvironment::stopRuns);
    }

    private List<PoisonRecord> poison() {
        List<PoisonRecord> sent = new ArrayList<>();
        try (PoisonProducer producer = new PoisonProducer(stack)) {
            for (PoisonKind kind : PoisonKind.values()) {
                PoisonRules.topics().forEach(topic -> sent.add(producer.send(kind, topic, poisoned.name())));
            }
        }
        return sent;
    }

    /** Alerts, environments, readiness and gate say the same, with the remedy; every service lives. */
    private void awaitHeld(List<PoisonRecord> poison, boolean restarted) {
        await("the records to hold " + poisoned.name())
                .atMost(SEEN_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(holders())
                            .as("the services that hold %s, by record", poisoned.name())
                            .isEqualTo(PoisonRules.holders(poison, restarted));
                    assertThat(alerted(poison))
                            .as("alerts about the records of %s", poisoned.name())
                            .isEqualTo(PoisonRules.alerted(poison));
                    assertThat(poisoned.status().getBoolean("ready")).isFalse();
                    assertThat(poisoned.failingGateItems().toString().toLowerCase(Locale.ROOT))
                            .contains("acknowledg");
                });
        assertThat(poisoned.openAlerts("RECORD_QUARANTINED")).isNotEmpty();
        assertThat(healthy.status().getJsonObject("quarantined")).isNull();
        assertThat(healthy.openAlerts("RECORD_QUARANTINED")).isEmpty();
        health.assertServicesLive();
    }

    /** The places of the records that hold the environment, with the services that hold it for each. */
    private Map<String, Set<String>> holders() {
        JsonObject quarantine = poisoned.status().getJsonObject("quarantined");
        return quarantine == null
                ? Map.of()
                : quarantine.getJsonArray("records").stream()
                        .map(JsonObject.class::cast)
                        .collect(Collectors.toMap(
                                record -> record.getString("place"),
                                record -> record.getJsonArray("services").stream()
                                        .map(String.class::cast)
                                        .collect(Collectors.toSet())));
    }

    /** The places among the records that an open alert names as unreadable. */
    private Set<String> alerted(List<PoisonRecord> poison) {
        Set<String> alerted = new HashSet<>(poisoned.openAlerts("UNREADABLE_MESSAGE"));
        alerted.retainAll(poison.stream().map(PoisonRecord::place).collect(Collectors.toSet()));
        return alerted;
    }

    private void assertOnlyTheHealthyBuys() {
        String base = listedSurprise();
        healthy.awaitBoughtOnce(base, BOUGHT_WITHIN);
        poisoned.ledger().assertNeverBought(base);
    }

    private String listedSurprise() {
        String base = Scenario.newToken();
        exchange.surpriseListing(base, Clock.systemUTC().instant().plusSeconds(2), Scenario.PRICE);
        return base;
    }

    private void restartServices() {
        for (ServiceName service : ServiceName.values()) {
            stack.restart(service.label());
        }
    }

    /** Each record under the environment's key is in its chain, opaque and with its place. */
    private void assertJournalled(List<PoisonRecord> poison) {
        Set<String> journalled = poisoned.ledger().journal().stream()
                .filter(row -> "UnreadableRecord".equals(row.getString("type")))
                .map(row -> row.getJsonObject("message").getString("place"))
                .collect(Collectors.toSet());
        assertThat(journalled)
                .as("records in the journal of %s", poisoned.name())
                .containsAll(PoisonRules.journalled(poison));
    }

    private void acknowledge() {
        Set<String> places = new HashSet<>(holders().keySet());
        places.addAll(poisoned.openAlerts("UNREADABLE_MESSAGE"));
        places.forEach(place -> {
            JsonObject body = PoisonRecord.acknowledgementOf(place);
            int status = founder.control("POST", "/environments/" + poisoned.name() + "/acknowledgements", body)
                    .status();
            assertThat(status).as("acknowledgement of %s", place).isBetween(200, 202);
        });
    }

    private void assertFreeAgain() {
        await("the records to be acknowledged")
                .atMost(SEEN_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(holders()).isEmpty();
                    assertThat(poisoned.failingGateItems()).isEmpty();
                });
    }
}
