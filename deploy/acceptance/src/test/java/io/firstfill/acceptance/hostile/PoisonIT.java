package io.firstfill.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.Scenario;
import io.firstfill.acceptance.TradingEnvironment;
import io.firstfill.acceptance.TwoEnvironments;
import io.firstfill.contract.Topics;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Proves that a record which no service can process stops nothing: it holds its environment, visibly and over restarts,
 * until an operator acknowledges it, and no other environment; the ledger has it in its journal as it was.
 */
class PoisonIT extends TwoEnvironments {
    /** Topics on which a record could have been a stop, a halt or a fill. */
    private static final List<String> MUST_BE_READ = List.of(
            Topics.COMMANDS, Topics.RUNS, Topics.PERMITS, Topics.TRADING_STATE, Topics.CREDENTIALS, Topics.ORDERS);

    private static final List<String> MAY_BE_SPARED =
            List.of(Topics.LISTINGS, Topics.ALERTS, Topics.RECORDED, Topics.SCANNER_BASELINE);

    /** The scanner's own memory, and what the ledger itself sends. */
    private static final Set<String> NOT_JOURNALLED = Set.of(Topics.SCANNER_BASELINE, Topics.RECORDED);

    /** Kinds under the environment's own key that are no message whatever the topic. */
    private static final Set<PoisonKind> HOLDING =
            EnumSet.of(PoisonKind.NO_JSON, PoisonKind.UNKNOWN_TYPE, PoisonKind.LARGE_TEXT);

    private static final Duration SEEN_WITHIN = Duration.ofSeconds(30);
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

        awaitHeld(poison);
        assertOnlyTheHealthyBuys();

        restartServices();
        awaitHeld(poison);
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
                MUST_BE_READ.forEach(topic -> sent.add(producer.send(kind, topic, poisoned.name())));
                MAY_BE_SPARED.forEach(topic -> sent.add(producer.send(kind, topic, poisoned.name())));
            }
        }
        return sent;
    }

    /** Alerts, environments, readiness and gate say the same, with the remedy; every service lives. */
    private void awaitHeld(List<PoisonRecord> poison) {
        Set<String> holding = poison.stream()
                .filter(record -> MUST_BE_READ.contains(record.topic()) && HOLDING.contains(record.kind()))
                .map(PoisonRecord::place)
                .collect(Collectors.toSet());
        await("the records to hold " + poisoned.name())
                .atMost(SEEN_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(quarantined()).containsAll(holding);
                    assertEveryServiceSaysSo();
                    assertThat(poisoned.status().getBoolean("ready")).isFalse();
                    assertThat(poisoned.failingGateItems().toString().toLowerCase(Locale.ROOT))
                            .contains("acknowledg");
                });
        assertThat(poisoned.openAlerts("RECORD_QUARANTINED")).isNotEmpty();
        assertThat(healthy.status().getJsonObject("quarantined")).isNull();
        assertThat(healthy.openAlerts("RECORD_QUARANTINED")).isEmpty();
        health.assertServicesLive();
    }

    /** The places of the records that hold the environment. */
    private Set<String> quarantined() {
        return records().map(record -> record.getString("place")).collect(Collectors.toSet());
    }

    private Stream<JsonObject> records() {
        JsonObject quarantine = poisoned.status().getJsonObject("quarantined");
        return quarantine == null
                ? Stream.empty()
                : quarantine.getJsonArray("records").stream().map(JsonObject.class::cast);
    }

    /** Trader and risk both refuse money for a record of their topics; the ledger reads every topic. */
    private void assertEveryServiceSaysSo() {
        assertThat(records().flatMap(record -> record.getJsonArray("services").stream())
                        .distinct())
                .contains("trader", "risk", "ledger");
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
                .containsAll(poison.stream()
                        .filter(record -> record.kind() != PoisonKind.WRONG_KEY)
                        .filter(record -> !NOT_JOURNALLED.contains(record.topic()))
                        .map(PoisonRecord::place)
                        .toList());
    }

    private void acknowledge() {
        Set<String> places = quarantined();
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
                    assertThat(quarantined()).isEmpty();
                    assertThat(poisoned.failingGateItems()).isEmpty();
                });
    }
}
