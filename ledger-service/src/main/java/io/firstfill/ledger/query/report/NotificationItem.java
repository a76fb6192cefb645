package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notification on its way to one target, or there.
 *
 * @param notificationId the same for all targets
 * @param status PENDING until the receiver has accepted it: SENT, or until it is given up: FAILED
 * @param quiet whether it repeats what was told before
 * @param attempts those that reached, or failed to reach, the receiver
 * @param nextAttemptAt while it is pending
 * @param responseStatus the HTTP status of the last answer; null where there was none
 * @param failure why the last attempt failed; null after success and before the first attempt
 */
public record NotificationItem(
        EnvironmentId environment,
        UUID deliveryId,
        UUID notificationId,
        String target,
        String status,
        String event,
        Severity severity,
        String title,
        String text,
        boolean quiet,
        Instant occurredAt,
        Instant createdAt,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant lastAttemptAt,
        @Nullable Integer responseStatus,
        @Nullable String failure) {}
