package io.firstfill.service.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows which alerts of one environment are open, and answers each change with the event to publish, so that an alert
 * is raised once and cleared once. What an earlier process left open is unknown: the first {@link #clear} of a
 * subject is published as well. Confined to one thread.
 */
public final class AlertBoard {
    private record Subject(AlertKind kind, String name) {}

    /**
     * An end that is later by no more than this counts as the same end: several callers learn of one pause at slightly
     * different times.
     */
    private static final Duration SAME_END = Duration.ofSeconds(1);

    private final EnvironmentId environment;
    /** The end of each open alert, {@link Instant#MAX} where none is known, {@link Instant#MIN} for a cleared alert. */
    private final Map<Subject, Instant> ends = new HashMap<>();

    public AlertBoard(EnvironmentId environment) {
        this.environment = environment;
    }

    /** Opens an alert without a known end. */
    public Optional<AlertEvent> raise(AlertKind kind, String subject, Severity severity, String summary, Instant now) {
        return raise(kind, subject, severity, summary, null, now);
    }

    /**
     * Opens an alert, or extends an open one.
     *
     * @param until when the alert ends on its own; null where that is not known
     * @return empty when the alert is open already and its known end is not extended
     */
    public Optional<AlertEvent> raise(
            AlertKind kind, String subject, Severity severity, String summary, @Nullable Instant until, Instant now) {
        Instant end = until == null ? Instant.MAX : until;
        if (isOpen(kind, subject) && !end.minus(SAME_END).isAfter(end(kind, subject))) {
            return Optional.empty();
        }
        ends.put(new Subject(kind, subject), end);
        Meta meta = meta("raised", kind, subject, now);
        return Optional.of(new AlertRaised(meta, environment, kind, subject, severity, summary, null, until));
    }

    /**
     * Closes an alert of a lasting subject. The event is returned also when it is unknown whether the alert was open.
     */
    public Optional<AlertEvent> clear(AlertKind kind, String subject, Instant now) {
        Instant before = ends.put(new Subject(kind, subject), Instant.MIN);
        return Instant.MIN.equals(before) ? Optional.empty() : Optional.of(cleared(kind, subject, now));
    }

    /**
     * Closes an alert of a passing subject, such as one order, and removes the subject.
     *
     * @return empty unless this board raised the alert
     */
    public Optional<AlertEvent> clearRaised(AlertKind kind, String subject, Instant now) {
        boolean open = isOpen(kind, subject);
        ends.remove(new Subject(kind, subject));
        return open ? Optional.of(cleared(kind, subject, now)) : Optional.empty();
    }

    public boolean isOpen(AlertKind kind, String subject) {
        return end(kind, subject).isAfter(Instant.MIN);
    }

    /**
     * Whether the alert has a known end in the future. Callers use it to ignore a success that was under way when the
     * alert was raised: such a success does not end the alert.
     */
    public boolean lasts(AlertKind kind, String subject, Instant now) {
        Instant end = end(kind, subject);
        return end.isAfter(now) && !end.equals(Instant.MAX);
    }

    private Instant end(AlertKind kind, String subject) {
        return ends.getOrDefault(new Subject(kind, subject), Instant.MIN);
    }

    private AlertCleared cleared(AlertKind kind, String subject, Instant now) {
        return new AlertCleared(meta("cleared", kind, subject, now), environment, kind, subject);
    }

    private Meta meta(String change, AlertKind kind, String subject, Instant now) {
        return Meta.first(MessageId.derivedFrom("Alert", change, environment, kind, subject, now), now);
    }
}
