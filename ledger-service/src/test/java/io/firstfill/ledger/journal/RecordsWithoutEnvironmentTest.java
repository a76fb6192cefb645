package io.firstfill.ledger.journal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.Restart;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The alert about a record whose key names no environment ends when the record is acknowledged in any environment. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class RecordsWithoutEnvironmentTest {
    private static final byte[] BROKEN = "{broken".getBytes(StandardCharsets.UTF_8);

    private final LedgerFixture fixture = new LedgerFixture();

    @Inject
    KafkaClientService clients;

    @Test
    void anAcknowledgementInAnyEnvironmentClearsItsAlertForGood() {
        // Given records with every kind of key that names no environment, on a topic that must be read and on another
        List<RecordPlace> places = new ArrayList<>();
        for (String topic : List.of(Topics.ORDERS, Topics.LISTINGS)) {
            for (String key : Arrays.asList(null, "", "NO ENVIRONMENT", "e".repeat(33), "\u0000")) {
                places.add(RecordsOnTopics.publishRaw(topic, 1, key, BROKEN));
            }
        }
        places.forEach(place -> awaitOpen(place, 1));

        // When a person acknowledges each in an environment
        places.forEach(place -> RecordsOnTopics.publish(acknowledgement(place)));

        // Then the alerts are over in the list of alerts, and stay so over a restart
        places.forEach(place -> awaitOpen(place, 0));
        assertThat(openSubjects()).doesNotContainAnyElementsOf(subjects(places));
        Restart.of(clients);
        fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));
        assertThat(openSubjects()).doesNotContainAnyElementsOf(subjects(places));
    }

    @Test
    void aRecordThatIsReadAfterItsAcknowledgementRaisesNoAlert() {
        // Given an acknowledgement of the record that comes next, as when a restored database reads a topic again
        RecordPlace before = RecordsOnTopics.publishRaw(Topics.ORDERS, 1, null, BROKEN);
        RecordPlace next = new RecordPlace(before.topic(), before.partition(), before.offset() + 1);
        RecordsOnTopics.publish(acknowledgement(next));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count("journal", fixture.environment, "type = 'RecordAcknowledged'") == 1);

        // When the record is read
        assertThat(RecordsOnTopics.publishRaw(next.topic(), next.partition(), null, BROKEN))
                .isEqualTo(next);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        LedgerDatabase.count("journal", EnvironmentId.UNKNOWN, "payload ->> 'place' = '" + next + "'")
                                == 1);

        // Then no alert asks for another one
        assertThat(LedgerDatabase.count("alert", EnvironmentId.UNKNOWN, "subject = '" + next + "'"))
                .isZero();
    }

    private AcknowledgeRecord acknowledgement(RecordPlace place) {
        return new AcknowledgeRecord(
                LedgerFixture.meta(LedgerFixture.T0), fixture.environment, Actor.of("olga"), place, "a copy");
    }

    private static List<String> openSubjects() {
        return given().get("/api/ledger/v1/alerts?environment=unknown&status=OPEN&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.subject");
    }

    private static List<String> subjects(List<RecordPlace> places) {
        return places.stream().map(RecordPlace::toString).toList();
    }

    private static void awaitOpen(RecordPlace place, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> LedgerDatabase.count(
                                "alert", EnvironmentId.UNKNOWN, "subject = '" + place + "' AND cleared_at IS NULL")
                        == count);
    }
}
