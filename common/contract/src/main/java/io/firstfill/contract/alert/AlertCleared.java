package io.firstfill.contract.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import java.util.Objects;

/**
 * It is over.
 *
 * @param subject what it is about, for example a feed or an order; kind and subject name the alert
 */
public record AlertCleared(Meta meta, EnvironmentId environment, AlertKind kind, String subject) implements AlertEvent {
    public AlertCleared {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
    }
}
