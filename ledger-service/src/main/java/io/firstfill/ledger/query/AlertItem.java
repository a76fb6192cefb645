package io.firstfill.ledger.query;

import io.firstfill.contract.cap.CapNumbers;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert from raising to clearing.
 *
 * @param status OPEN or CLEARED
 * @param times number of times the alert was raised while open
 * @param cap the numbers of the cap, where the alert is about one
 */
public record AlertItem(
        EnvironmentId environment,
        MessageId alertId,
        AlertKind kind,
        String subject,
        Severity severity,
        String summary,
        @Nullable RunId runId,
        String status,
        Instant raisedAt,
        Instant lastRaisedAt,
        int times,
        @Nullable Instant clearedAt,
        @Nullable CapNumbers cap) {}
