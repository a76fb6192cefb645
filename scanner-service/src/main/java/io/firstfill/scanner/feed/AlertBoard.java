package io.firstfill.scanner.feed;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which alerts are open. After a start that is unknown: the first good news closes what an earlier life left open. */
final class AlertBoard {
    private record Subject(AlertKind kind, String subject) {}

    private final EnvironmentId environment;
    /** A later end by less than this is the same one, told to several feeds at once. */
    private static final Duration NO_NEWS = Duration.ofSeconds(1);

    /** Until when, {@link Instant#MAX} where no end is known; {@link Instant#MIN} for a cleared one. */
    private final Map<Subject, Instant> open = new HashMap<>();

    AlertBoard(EnvironmentId environment) {
        this.environment = environment;
    }

    Optional<AlertEvent> raise(AlertKind kind, String subject, String summary, Instant now) {
        return raise(kind, subject, summary, null, now);
    }

    /** Told again when it will last longer than was said. */
    Optional<AlertEvent> raise(AlertKind kind, String subject, String summary, @Nullable Instant until, Instant now) {
        Instant end = until == null ? Instant.MAX : until;
        Instant told = open.getOrDefault(new Subject(kind, subject), Instant.MIN);
        if (isOpen(kind, subject) && !end.minus(NO_NEWS).isAfter(told)) {
            return Optional.empty();
        }
        open.put(new Subject(kind, subject), end);
        return Optional.of(new AlertRaised(
                meta("raised", kind, subject, now),
                environment,
                kind,
                subject,
                Severity.WARNING,
                summary,
                null,
                until));
    }

    /** Whether it has an end that is still ahead: an answer that was on its way when it was raised does not end it. */
    boolean lasts(AlertKind kind, String subject, Instant now) {
        Instant end = open.getOrDefault(new Subject(kind, subject), Instant.MIN);
        return end.isAfter(now) && !end.equals(Instant.MAX);
    }

    boolean isOpen(AlertKind kind, String subject) {
        return open.getOrDefault(new Subject(kind, subject), Instant.MIN).isAfter(Instant.MIN);
    }

    Optional<AlertEvent> clear(AlertKind kind, String subject, Instant now) {
        if (Instant.MIN.equals(open.put(new Subject(kind, subject), Instant.MIN))) {
            return Optional.empty();
        }
        return Optional.of(new AlertCleared(meta("cleared", kind, subject, now), environment, kind, subject));
    }

    private Meta meta(String change, AlertKind kind, String subject, Instant now) {
        return Meta.first(MessageId.derivedFrom("Alert", change, environment, kind, subject, now), now);
    }
}
