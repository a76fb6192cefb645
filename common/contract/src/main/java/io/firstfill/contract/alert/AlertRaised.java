package io.firstfill.contract.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something is wrong from now on.
 *
 * @param subject what it is about, for example a feed or an order; kind and subject name the alert
 * @param until when it ends by itself, where that is known: for {@code THROTTLED}, until when the exchange's host must not
 *     be asked by anyone on the address. An alert raised again says a later end
 */
public record AlertRaised(
        Meta meta,
        EnvironmentId environment,
        AlertKind kind,
        String subject,
        Severity severity,
        String summary,
        @Nullable RunId runId,
        @Nullable Instant until)
        implements AlertEvent {
    public AlertRaised {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(summary, "summary");
    }

    /** Without a known end. */
    public AlertRaised(
            Meta meta,
            EnvironmentId environment,
            AlertKind kind,
            String subject,
            Severity severity,
            String summary,
            @Nullable RunId runId) {
        this(meta, environment, kind, subject, severity, summary, runId, null);
    }
}
