package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.Restart;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A record that cannot be read or processed, on any topic, is in the journal as bytes with an alert; everything beside
 * and behind it is recorded, in its environment and in others, and it stays so over a restart.
 */
@QuarkusTest
@KafkaAndPostgres
class UnprocessableRecordsTest {
    private static final List<String> TOPICS = List.of(
            Topics.COMMANDS,
            Topics.RUNS,
            Topics.LISTINGS,
            Topics.PERMITS,
            Topics.TRADING_STATE,
            Topics.CREDENTIALS,
            Topics.ORDERS,
            Topics.ALERTS);

    private final LedgerFixture fixture = new LedgerFixture();
    private final LedgerFixture other = new LedgerFixture();

    @Inject
    KafkaClientService clients;

    @Inject
    ChainVerifier verifier;

    @Test
    void aRecordThatNobodyCanReadStopsNothingOnAnyTopic() {
        // Given bytes of each kind on each partition of each topic
        List<RecordPlace> places = new ArrayList<>();
        for (String topic : TOPICS) {
            for (int partition = 0; partition < 3; partition++) {
                places.add(hostile(topic, partition, fixture.environment.value(), utf8("{broken")));
                places.add(hostile(topic, partition, fixture.environment.value(), new byte[0]));
                places.add(hostile(topic, partition, fixture.environment.value(), null));
                places.add(hostile(topic, partition, fixture.environment.value(), utf8("null")));
            }
        }

        // When messages of two environments follow, and the ledger starts again
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));
        other.record(other.announced(1, "NEWT", LedgerFixture.T0));
        awaitOpenAlerts(places.size());
        Restart.of(clients);
        RecordsOnTopics.publish(fixture.announced(2, "ALT", LedgerFixture.T0));

        // Then every record is in the chain once, with an alert, and the chain is intact
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("listing", fixture.environment, "true") == 2);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'UnreadableRecord'"))
                .isEqualTo(places.size());
        assertThat(LedgerDatabase.count("alert", fixture.environment, "kind = 'UNREADABLE_MESSAGE' AND times = 1"))
                .isEqualTo(places.size());
        assertThat(LedgerDatabase.count("alert", other.environment, "true")).isZero();
        assertThat(verified().intact()).isTrue();
    }

    @Test
    void aMessageThatTheDatabaseRefusesIsBytesAndAllOthersOfItsBatchAreMessages() {
        // Given messages that only the database refuses, each between others: no valid jsonb, no index entry, no time
        List<byte[]> refused = List.of(
                alertOf("half a pair \\ud800", "2026-11-22T12:00:00Z"),
                alertOf(incompressible(9_000), "2026-11-22T12:00:00Z"),
                alertOf("far", "+250000-01-01T00:00:00Z"));
        for (byte[] bytes : refused) {
            RecordsOnTopics.publish(fixture.announced(1, "NEWT", LedgerFixture.T0));
            RecordsOnTopics.publish(Topics.ALERTS, fixture.environment, bytes);
            RecordsOnTopics.publish(other.announced(1, "NEWT", LedgerFixture.T0));
        }

        // Then these alone are bytes
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("journal", fixture.environment, "type = 'ListingAnnounced'") == 3
                        && LedgerDatabase.count("journal", other.environment, "type = 'ListingAnnounced'") == 3
                        && LedgerDatabase.count("journal", fixture.environment, "type = 'UnreadableRecord'") == 3);
        assertThat(LedgerDatabase.count("journal", other.environment, "type <> 'ListingAnnounced'"))
                .isZero();
        assertThat(verified().intact()).isTrue();
    }

    @Test
    void aSecondActiveRunThatNobodyStartedIsBytesAndTheRunOfTheRecordGoesOn() {
        var first = fixture.started(fixture.run);
        var second = fixture.started(new RunId(UUID.randomUUID()));

        RecordsOnTopics.publish(first, second, fixture.stopped(fixture.run));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("run", fixture.environment, "state = 'STOPPED'") == 1);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'UnreadableRecord'"))
                .isEqualTo(1);
    }

    @Test
    void anAcknowledgementIsAnsweredForEverAndClearsTheAlert() {
        // Given a record that nobody can read
        RecordPlace place = hostile(Topics.ORDERS, 0, fixture.environment.value(), utf8("{broken"));
        awaitOpenAlerts(1);

        // When a person acknowledges it, and the command is delivered twice
        var command = new AcknowledgeRecord(
                LedgerFixture.meta(LedgerFixture.T0),
                fixture.environment,
                Actor.of("olga"),
                place,
                "seen at the exchange");
        RecordsOnTopics.publish(command);
        RecordsOnTopics.await(fixture.environment, RecordAcknowledged.class, 1);
        RecordsOnTopics.publish(command);

        // Then both answers are the same message, the alert is cleared, and a second start raises no other
        List<RecordAcknowledged> answers = RecordsOnTopics.await(fixture.environment, RecordAcknowledged.class, 2);
        assertThat(answers).allMatch(answers.getFirst()::equals);
        assertThat(answers.getFirst().place()).isEqualTo(place);
        assertThat(answers.getFirst().meta().causationId())
                .isEqualTo(command.meta().id());
        awaitOpenAlerts(0);
        assertThat(RecordsOnTopics.await(fixture.environment, AlertCleared.class, 1)
                        .getFirst()
                        .kind())
                .isEqualTo(AlertKind.UNREADABLE_MESSAGE);
        Restart.of(clients);
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));
        awaitOpenAlerts(0);
    }

    @Test
    void theAlertOfALedgerThatWasKilledWhileItCouldNotRecordIsCleared() {
        RecordsOnTopics.publish(new AlertRaised(
                LedgerFixture.meta(LedgerFixture.T0),
                fixture.environment,
                AlertKind.CHANNEL_STOPPED,
                "ledger",
                Severity.CRITICAL,
                "by an earlier process",
                null));

        AlertCleared cleared = RecordsOnTopics.await(fixture.environment, AlertCleared.class, 1)
                .getFirst();

        assertThat(cleared.subject()).isEqualTo("ledger");
        awaitOpenAlerts(0);
    }

    @Test
    void aReceiptCarriesTheHashOfItsRow() {
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));

        Recorded receipt =
                RecordsOnTopics.await(fixture.environment, Recorded.class, 1).getFirst();

        assertThat(receipt.hash()).isEqualTo(verified().head().hex());
    }

    private static RecordPlace hostile(String topic, int partition, @Nullable String key, byte @Nullable [] value) {
        return RecordsOnTopics.publishRaw(topic, partition, key, value);
    }

    private byte[] alertOf(String subject, String occurredAt) {
        return utf8("""
                {"type":"AlertRaised","meta":{"id":"%s","occurredAt":"%s","correlationId":"%s"},"environment":"%s",
                 "kind":"FEED_SILENT","subject":"%s","severity":"WARNING","summary":"text"}
                """.formatted(UUID.randomUUID(), occurredAt, UUID.randomUUID(), fixture.environment, subject));
    }

    /** Returns letters and digits that an index page cannot hold: compression would make room for repeated ones. */
    private static String incompressible(int length) {
        return new Random(7)
                .ints(length, 0, 36)
                .mapToObj(digit -> Character.toString(Character.forDigit(digit, 36)))
                .reduce("", String::concat);
    }

    private void awaitOpenAlerts(int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count(
                                "alert", fixture.environment, "kind = 'UNREADABLE_MESSAGE' AND cleared_at IS NULL")
                        == count);
    }

    private Verification verified() {
        return verifier.verify(fixture.environment).await().atMost(Duration.ofSeconds(10));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
