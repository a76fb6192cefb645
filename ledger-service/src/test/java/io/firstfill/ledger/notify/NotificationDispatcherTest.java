package io.firstfill.ledger.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import io.firstfill.testkit.Seed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Deliveries on virtual time: every one arrives, later and later attempts follow a failure, and a day is the end. */
class NotificationDispatcherTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final NotificationTarget PHONE = new NotificationTarget(
            PAPER, "phone", TargetFormat.GENERIC, Severity.INFO, EnumSet.allOf(NotificationEvent.class), "p");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final Seed seed = Seed.fixed(829);
    private final RandomGenerator random = seed.random();
    private final StoredDeliveries queue = new StoredDeliveries();
    private final List<MessageId> received = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final NotificationSettings settings = TestSettings.with(Map.of());
    private Instant now = NOON;
    private Supplier<Uni<Integer>> receiver = () -> Uni.createFrom().item(200);

    @Test
    void whateverTheReceiverDoesEveryNotificationArrivesAndNoneIsLost() {
        receiver = () -> random.nextInt(3) == 0
                ? Uni.createFrom().item(204)
                : Uni.createFrom().failure(DeliveryFailedException.answered(500, Duration.ZERO));
        List<MessageId> told = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Notification notification = notification(i);
            told.add(notification.id());
            queue.put(notification, "phone", now);
        }

        runUntil(NOON.plus(Duration.ofHours(20)), Duration.ofSeconds(1));

        assertThat(queue.pending).as(seed.toString()).isEmpty();
        assertThat(queue.givenUp).as(seed.toString()).isEmpty();
        assertThat(received).as(seed.toString()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void theAttemptsAtAReceiverThatIsAwayBecomeRarerAndEndAfterADay() {
        receiver = () -> Uni.createFrom().failure(DeliveryFailedException.of("it cannot be reached"));
        queue.put(notification(1), "phone", now);

        runUntil(NOON.plus(Duration.ofHours(30)), Duration.ofSeconds(1));

        assertThat(queue.givenUp).hasSize(1);
        assertThat(counted.getLast()).isEqualTo("given up");
        List<Instant> attempts = queue.attempts;
        assertThat(Duration.between(attempts.get(0), attempts.get(1))).isLessThan(Duration.ofSeconds(7));
        assertThat(Duration.between(attempts.get(attempts.size() - 2), attempts.getLast()))
                .isGreaterThan(Duration.ofMinutes(7));
        assertThat(attempts.size()).as(seed.toString()).isBetween(90, 230);
        assertThat(attempts.getLast()).isAfter(NOON.plus(Duration.ofHours(23)));
    }

    @Test
    void anAttemptThatTheCircuitBreakerHoldsBackIsNoneAndLengthensNoPause() {
        receiver = () -> Uni.createFrom().failure(DeliveryFailedException.notAttempted(Duration.ofSeconds(5)));
        queue.put(notification(1), "phone", now);

        runUntil(NOON.plus(Duration.ofMinutes(10)), Duration.ofSeconds(1));

        assertThat(queue.attempts).hasSizeGreaterThan(100);
        assertThat(queue.pending.values())
                .allSatisfy(stored -> assertThat(stored.delivery().attempts()).isZero());
    }

    @Test
    void aReceiverThatAsksForAPauseGetsIt() {
        receiver = () -> Uni.createFrom().failure(DeliveryFailedException.answered(429, Duration.ofMinutes(3)));
        queue.put(notification(1), "phone", now);

        run();

        assertThat(queue.pending.values())
                .allSatisfy(stored -> assertThat(stored.next()).isEqualTo(NOON.plus(Duration.ofMinutes(3))));
    }

    @Test
    void whatADeadProcessHadTakenIsDeliveredByTheNextOne() {
        receiver = () -> Uni.createFrom().nothing();
        queue.put(notification(1), "phone", now);
        dispatcher().run(PHONE).subscribe().with(done -> {});
        receiver = () -> Uni.createFrom().item(200);

        run();
        assertThat(queue.sent).isEmpty();
        runUntil(NOON.plus(Duration.ofMinutes(5)), Duration.ofSeconds(1));

        assertThat(queue.sent).hasSize(1);
    }

    @Test
    void aTestIsSentOnceAndItsFailureIsToldAndKept() {
        receiver = () -> Uni.createFrom().failure(DeliveryFailedException.answered(302, Duration.ZERO));

        assertThatThrownBy(
                        () -> dispatcher().test(PHONE, notification(1)).await().atMost(Duration.ofSeconds(1)))
                .hasMessageContaining("302, a redirect, which is not followed");

        assertThat(queue.pending).isEmpty();
        assertThat(queue.givenUp).hasSize(1);
    }

    private void runUntil(Instant end, Duration step) {
        while (now.isBefore(end)) {
            run();
            now = now.plus(step);
        }
    }

    private void run() {
        dispatcher().run(PHONE).await().atMost(Duration.ofSeconds(1));
    }

    private NotificationDispatcher dispatcher() {
        Webhooks webhooks = (target, notification) -> receiver.get().invoke(() -> received.add(notification.id()));
        RetryPauses pauses = new RetryPauses(settings.firstPause(), settings.longestPause(), random);
        return new NotificationDispatcher(List.of(PHONE), queue, webhooks, pauses, settings, counts(), () -> now);
    }

    private DeliveryCounts counts() {
        return new DeliveryCounts() {
            @Override
            public void sent(NotificationTarget target) {
                counted.add("sent");
            }

            @Override
            public void failed(NotificationTarget target) {
                counted.add("failed");
            }

            @Override
            public void givenUp(NotificationTarget target) {
                counted.add("given up");
            }
        };
    }

    private static Notification notification(int number) {
        return new Notification(
                MessageId.derivedFrom("test", number),
                PAPER,
                NotificationEvent.BOUGHT,
                Severity.INFO,
                "Bought NEWT/USDT",
                "Number " + number,
                NOON,
                false);
    }
}
