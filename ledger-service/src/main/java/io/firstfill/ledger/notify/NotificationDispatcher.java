package io.firstfill.ledger.notify;

import io.firstfill.ledger.notify.DeliveryQueue.Failure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Delivers what is due, each target on its own: the deliveries of one target follow each other, and a target that hangs
 * delays no other. What fails is tried again with growing pauses, and given up after a day.
 */
public final class NotificationDispatcher {
    /** Deliveries of one target in one run. */
    private static final int BATCH = 10;

    private final List<NotificationTarget> targets;
    private final DeliveryQueue queue;
    private final Webhooks webhooks;
    private final RetryPauses pauses;
    private final NotificationSettings settings;
    private final DeliveryCounts counts;
    private final InstantSource clock;

    public NotificationDispatcher(
            List<NotificationTarget> targets,
            DeliveryQueue queue,
            Webhooks webhooks,
            RetryPauses pauses,
            NotificationSettings settings,
            DeliveryCounts counts,
            InstantSource clock) {
        this.targets = List.copyOf(targets);
        this.queue = queue;
        this.webhooks = webhooks;
        this.pauses = pauses;
        this.settings = settings;
        this.counts = counts;
        this.clock = clock;
    }

    /** Delivers what is due to the target; completes when each delivery has been tried once. */
    public Uni<Void> run(NotificationTarget target) {
        return queue.take(target, clock.instant(), heldUntil(), BATCH)
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(delivery -> deliver(target, delivery))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** Sends a test at once, and only once; fails by {@link DeliveryFailedException}. */
    public Uni<Integer> test(NotificationTarget target, Notification notification) {
        return queue.addTaken(target, notification, clock.instant(), heldUntil())
                .chain(delivery -> webhooks.send(target, notification)
                        .onItem()
                        .call(status -> accepted(target, delivery, status))
                        .onFailure(DeliveryFailedException.class)
                        .call(failure -> queue.giveUp(delivery, failure((DeliveryFailedException) failure))));
    }

    public List<NotificationTarget> targets() {
        return targets;
    }

    /** Longer than all deliveries of a run can take. */
    private Instant heldUntil() {
        return clock.instant().plus(settings.timeout().multipliedBy(BATCH + 2L));
    }

    private Uni<Void> deliver(NotificationTarget target, Delivery delivery) {
        return webhooks.send(target, delivery.notification())
                .onItem()
                .transformToUni(status -> accepted(target, delivery, status))
                .onFailure(DeliveryFailedException.class)
                .recoverWithUni(failure -> failed(target, delivery, (DeliveryFailedException) failure));
    }

    private Uni<Void> accepted(NotificationTarget target, Delivery delivery, int status) {
        counts.sent(target);
        return queue.sent(delivery, status, clock.instant());
    }

    private Uni<Void> failed(NotificationTarget target, Delivery delivery, DeliveryFailedException failure) {
        Failure attempt = failure(failure);
        Duration own = failure.attempted() ? pauses.after(delivery.attempts() + 1) : Duration.ZERO;
        Duration asked = least(failure.retryAfter(), settings.longestPause());
        Instant next = attempt.at().plus(own.compareTo(asked) > 0 ? own : asked);
        if (next.isAfter(delivery.createdAt().plus(settings.tryFor()))) {
            counts.givenUp(target);
            return queue.giveUp(delivery, attempt);
        }
        counts.failed(target);
        return queue.retry(delivery, attempt, next);
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Failure failure(DeliveryFailedException failure) {
        return new Failure(clock.instant(), failure.status(), failure.reason(), failure.attempted());
    }
}
