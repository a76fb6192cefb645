package io.firstfill.ledger.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * One notification on its way to one target.
 *
 * @param attempts those that were made before
 * @param createdAt when the journal recorded what is notified
 */
public record Delivery(UUID id, Notification notification, String target, int attempts, Instant createdAt) {}
