package io.firstfill.contract.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * The condition of an alert has ended.
 *
 * @param subject what the alert is about, for example a feed or an order; kind and subject identify the alert
 */
public record AlertCleared(Meta meta, EnvironmentId environment, AlertKind kind, String subject) implements AlertEvent {
    public AlertCleared {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(kind, "kind");
        subject = Texts.clean(subject, AlertEvent.MAX_SUBJECT);
    }
}
