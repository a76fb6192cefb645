package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.Restart;
import io.firstfill.ledger.notify.DayRecords;
import io.firstfill.ledger.notify.Delivery;
import io.firstfill.ledger.notify.DeliveryQueue;
import io.firstfill.ledger.notify.DeliveryQueue.Failure;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.NotificationTargets;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded becomes deliveries in the same transaction, once for each condition, and none is ever lost. */
@QuarkusTest
@KafkaAndPostgres
@TestProfile(NotificationQueueTest.Notified.class)
@SuppressWarnings("NullAway.Init") // injected before each test
class NotificationQueueTest {
    private static final EnvironmentId ENVIRONMENT = EnvironmentId.of("notified");

    public static final class Notified implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "firstfill.environments.notified.rest-uri", "http://127.0.0.1:1",
                    "firstfill.environments.notified.web-uri", "http://127.0.0.1:1",
                    "firstfill.notifications.targets.notified.all.format", "GENERIC",
                    "firstfill.notifications.targets.notified.grave.format", "SLACK",
                    "firstfill.notifications.targets.notified.grave.severity", "CRITICAL");
        }
    }

    @Inject
    NotificationTargets targets;

    @Inject
    DeliveryQueue queue;

    @Inject
    DayRecords days;

    @Inject
    KafkaClientService clients;

    private NotificationTarget all;
    private NotificationTarget grave;
    private final String subject = "feed " + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @BeforeEach
    void emptyTheQueue() {
        all = targets.find(ENVIRONMENT, "all").orElseThrow();
        grave = targets.find(ENVIRONMENT, "grave").orElseThrow();
        for (NotificationTarget target : List.of(all, grave)) {
            due(target, now.plus(Duration.ofDays(1))).forEach(delivery -> await(queue.sent(delivery, 200, now)));
        }
    }

    @Test
    void aRecordedMessageIsDueAtEveryTargetThatWantsItAndARedeliveryIsNot() {
        RunStopped stopped = new RunStopped(meta(now), ENVIRONMENT, new RunId(UUID.randomUUID()), 0);
        record(stopped, stopped, raised(Severity.CRITICAL, now));

        assertThat(titles(due(all, now))).containsExactlyInAnyOrder("Run stopped", "feed silent: " + subject);
        assertThat(titles(due(grave, now))).containsExactly("feed silent: " + subject);
    }

    @Test
    void aConditionIsToldWhenItBeginsGetsWorseAndEndsAndNotWhileItLasts() {
        record(
                raised(Severity.WARNING, now),
                raised(Severity.WARNING, now.plusSeconds(1)),
                raised(Severity.CRITICAL, now.plusSeconds(2)),
                raised(Severity.CRITICAL, now.plusSeconds(3)),
                cleared(now.plusSeconds(4)),
                cleared(now.plusSeconds(5)),
                raised(Severity.WARNING, now.plusSeconds(3)),
                raised(Severity.WARNING, now.plusSeconds(6)));

        assertThat(due(all, now).stream()
                        .map(delivery -> delivery.notification().event() + " "
                                + delivery.notification().severity()))
                .containsExactly(
                        "ALERT_RAISED WARNING", "ALERT_RAISED CRITICAL", "ALERT_CLEARED INFO", "ALERT_RAISED WARNING");
    }

    @Test
    void aConditionThatLastsIsRepeatedQuietlyAndOnceForEachPause() {
        record(raised(Severity.WARNING, now));
        due(all, now).forEach(delivery -> await(queue.sent(delivery, 200, now)));

        Instant later = now.plus(Duration.ofHours(2));
        await(queue.repeat(now.plus(Duration.ofHours(1)), later));
        await(queue.repeat(now.plus(Duration.ofHours(1)), later));

        List<Notification> repeated = due(all, later.plusSeconds(1)).stream()
                .map(Delivery::notification)
                .filter(notification -> notification.title().endsWith(subject))
                .toList();
        assertThat(repeated).hasSize(1);
        assertThat(repeated.getFirst().quiet()).isTrue();
        assertThat(repeated.getFirst().title()).startsWith("Still: ");
        record(cleared(now.plusSeconds(1)));
    }

    @Test
    void whatIsOldIsRecordedAndNotTold() {
        record(raised(Severity.CRITICAL, now.minus(Duration.ofHours(25))));

        assertThat(due(all, now)).isEmpty();
    }

    @Test
    void nothingIsLostWhenADeliveryIsTakenByALedgerThatDiesOrTheJournalReadsItsTopicsAgain() {
        record(raised(Severity.WARNING, now));
        Instant taken = Instant.now().plusSeconds(5);
        assertThat(await(queue.take(all, taken, taken.plusSeconds(60), 10))).hasSize(1);
        assertThat(await(queue.take(all, taken.plusSeconds(59), taken.plusSeconds(90), 10)))
                .isEmpty();

        Restart.of(clients);
        record(cleared(now.plusSeconds(1)));

        assertThat(titles(due(all, taken.plusSeconds(61))))
                .containsExactlyInAnyOrder("feed silent: " + subject, "Over: feed silent: " + subject);
    }

    @Test
    void aFailureIsDueAgainAtItsTimeAndWhatIsGivenUpNeverIs() {
        record(raised(Severity.WARNING, now));
        Delivery delivery = due(all, now).getFirst();
        Instant again = now.plus(Duration.ofHours(1));
        await(queue.retry(delivery, new Failure(now, 500, "it answers 500", true), again));

        assertThat(due(all, now.plus(Duration.ofMinutes(50)))).isEmpty();
        Delivery second = due(all, again).getFirst();
        assertThat(second.attempts()).isEqualTo(1);
        await(queue.giveUp(second, new Failure(again, null, "no answer in time", true)));

        assertThat(due(all, again.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(LedgerDatabase.number("SELECT attempts FROM notification_delivery WHERE status = 'FAILED'"
                        + " AND failure = 'no answer in time' AND delivery_id = '" + delivery.id() + "'"))
                .isEqualTo(2);
    }

    @Test
    void aDayIsSummedUpFromWhatIsRecorded() {
        record(raised(Severity.WARNING, now), cleared(now.plusSeconds(1)));
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();

        assertThat(await(days.summary(ENVIRONMENT, today)).alerts()).isPositive();
        assertThat(await(days.summary(ENVIRONMENT, today.minusDays(300))).alerts())
                .isZero();
        assertThat(await(days.isNotified(MessageId.derivedFrom("no summary")))).isFalse();
    }

    @Test
    void whatIsOlderThanItIsKeptIsDeletedWithItsDeliveries() {
        record(raised(Severity.WARNING, now), cleared(now.plusSeconds(1)));
        assertThat(LedgerDatabase.count("notification_delivery", ENVIRONMENT, "true"))
                .isPositive();

        await(queue.deleteBefore(now.plus(Duration.ofDays(2))));

        assertThat(LedgerDatabase.count("notification_delivery", ENVIRONMENT, "true"))
                .isZero();
    }

    /** Publishes and waits until the journal has recorded everything on its topics. */
    private static void record(Message... messages) {
        RecordsOnTopics.publish(messages);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> List.of(messages).stream().allMatch(NotificationQueueTest::isRecorded));
    }

    private static boolean isRecorded(Message message) {
        return LedgerDatabase.count(
                        "journal",
                        ENVIRONMENT,
                        "message_id = '" + message.meta().id() + "'")
                == 1;
    }

    /** Takes what is due after the latest time at which the ledger's own clock can have written it. */
    private List<Delivery> due(NotificationTarget target, Instant at) {
        Instant time = at.plusSeconds(120);
        return await(queue.take(target, time, time, 100));
    }

    private static List<String> titles(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> delivery.notification().title())
                .toList();
    }

    private AlertRaised raised(Severity severity, Instant at) {
        return new AlertRaised(meta(at), ENVIRONMENT, AlertKind.FEED_SILENT, subject, severity, "no answer", null);
    }

    private AlertCleared cleared(Instant at) {
        return new AlertCleared(meta(at), ENVIRONMENT, AlertKind.FEED_SILENT, subject);
    }

    private static Meta meta(Instant at) {
        return Meta.first(new MessageId(UUID.randomUUID()), at);
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }
}
