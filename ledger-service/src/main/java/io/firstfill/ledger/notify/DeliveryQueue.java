package io.firstfill.ledger.notify;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deliveries that are not done, which outlive the process. */
public interface DeliveryQueue {
    /**
     * Takes deliveries of the target that are due, the oldest first. Nobody else takes them before the time; after it
     * they are due again, because whoever took them may have died.
     */
    Uni<List<Delivery>> take(NotificationTarget target, Instant now, Instant until, int limit);

    /** Ends a delivery that the receiver has accepted. */
    Uni<Void> sent(Delivery delivery, int status, Instant at);

    /** Leaves the delivery to be tried at the time. */
    Uni<Void> retry(Delivery delivery, Failure failure, Instant next);

    /** Ends a delivery that is not tried any more. */
    Uni<Void> giveUp(Delivery delivery, Failure failure);

    /** Adds the notices of an environment, each unless its condition lasts already, for the targets that want them. */
    Uni<Void> add(List<Notice> notices, Instant now);

    /** Adds a delivery to one target, which the caller makes at once. */
    Uni<Delivery> addTaken(NotificationTarget target, Notification notification, Instant now, Instant until);

    /** Adds a quiet repetition for each condition about which nothing was told since then. */
    Uni<Integer> repeat(Instant silentSince, Instant now);

    /** Deletes notifications older than the time. */
    Uni<Integer> deleteBefore(Instant time);

    /**
     * What an attempt came to.
     *
     * @param status of the answer; null where there was none
     * @param attempted false where nothing was sent, because the circuit breaker is open
     */
    record Failure(Instant at, @Nullable Integer status, String detail, boolean attempted) {}
}
