package io.firstfill.control.environment;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapNumbers;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that was raised and not cleared.
 *
 * @param cap the numbers of the cap, where the alert is about one
 */
public record OpenAlert(
        AlertKind kind,
        String subject,
        Severity severity,
        String summary,
        @Nullable RunId runId,
        Instant since,
        @Nullable CapNumbers cap) {
    public static OpenAlert of(AlertRaised raised) {
        return new OpenAlert(
                raised.kind(),
                raised.subject(),
                raised.severity(),
                raised.summary(),
                raised.runId(),
                raised.meta().occurredAt(),
                raised.cap());
    }
}
