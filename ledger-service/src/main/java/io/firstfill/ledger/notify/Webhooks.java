package io.firstfill.ledger.notify;

import io.smallrye.mutiny.Uni;

/** Sends notifications to receivers. */
public interface Webhooks {
    /** Sends once. Completes with an answer that accepts, or fails by {@link DeliveryFailedException}. */
    Uni<Integer> send(NotificationTarget target, Notification notification);
}
