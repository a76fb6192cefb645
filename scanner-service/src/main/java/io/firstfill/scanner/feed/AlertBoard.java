package io.firstfill.scanner.feed;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.EnvironmentId;
import io.firstfill.contract.value.MessageId;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which alerts are open. After a start that is unknown: the first good news closes what an earlier life left open. */
final class AlertBoard {
    private record Subject(AlertKind kind, String subject) {}

    private final EnvironmentId environment;
    private final Map<Subject, Boolean> open = new HashMap<>();

    AlertBoard(EnvironmentId environment) {
        this.environment = environment;
    }

    Optional<AlertEvent> raise(AlertKind kind, String subject, String summary, Instant now) {
        if (Boolean.TRUE.equals(open.put(new Subject(kind, subject), true))) {
            return Optional.empty();
        }
        return Optional.of(new AlertRaised(
                meta("raised", kind, subject, now), environment, kind, subject, Severity.WARNING, summary, null));
    }

    Optional<AlertEvent> clear(AlertKind kind, String subject, Instant now) {
        if (Boolean.FALSE.equals(open.put(new Subject(kind, subject), false))) {
            return Optional.empty();
        }
        return Optional.of(new AlertCleared(meta("cleared", kind, subject, now), environment, kind, subject));
    }

    private Meta meta(String change, AlertKind kind, String subject, Instant now) {
        return Meta.first(MessageId.derivedFrom("Alert", change, environment, kind, subject, now), now);
    }
}
