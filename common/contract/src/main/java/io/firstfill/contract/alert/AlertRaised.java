package io.firstfill.contract.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.cap.CapNumbers;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.Texts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The condition of an alert holds from now on, or still holds and ends later than stated before.
 *
 * @param subject what the alert is about, for example a feed or an order; kind and subject identify the alert
 * @param until when the condition ends by itself, where that is known: for {@code THROTTLED}, until when nobody on the
 *     address may send a request to the exchange's host. An alert raised again states a later end
 * @param cap of {@code CAP_NEAR} and {@code CAP_REACHED} the numbers; null for other kinds, and in records written
 *     before the field
 */
public record AlertRaised(
        Meta meta,
        EnvironmentId environment,
        AlertKind kind,
        String subject,
        Severity severity,
        String summary,
        @Nullable RunId runId,
        @Nullable Instant until,
        @Nullable CapNumbers cap)
        implements AlertEvent {
    public AlertRaised {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(kind, "kind");
        subject = Texts.clean(subject, AlertEvent.MAX_SUBJECT);
        Objects.requireNonNull(severity, "severity");
        summary = Texts.clean(summary);
    }

    /** Creates an alert without a known end. */
    public AlertRaised(
            Meta meta,
            EnvironmentId environment,
            AlertKind kind,
            String subject,
            Severity severity,
            String summary,
            @Nullable RunId runId) {
        this(meta, environment, kind, subject, severity, summary, runId, null, null);
    }

    /** Creates an alert that is about no cap. */
    public AlertRaised(
            Meta meta,
            EnvironmentId environment,
            AlertKind kind,
            String subject,
            Severity severity,
            String summary,
            @Nullable RunId runId,
            @Nullable Instant until) {
        this(meta, environment, kind, subject, severity, summary, runId, until, null);
    }
}
