package io.firstfill.service.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Knows which alerts of one environment are open, and answers each change with the event to publish, so that an alert
 * is raised once and cleared once. An open alert is restated every day, because its topic forgets what is older than a
 * week. What an earlier process left open is inherited from the topic, or unknown: the first {@link #clear} of an
 * unknown subject is published as well. Confined to one thread.
 */
public final class AlertBoard {
    /** Well inside the retention of the topic, so that a service that was down for days has a restatement to read. */
    public static final Duration RESTATED_AFTER = Duration.ofDays(1);

    private record Subject(AlertKind kind, String name) {
        static Subject of(AlertEvent event) {
            return new Subject(event.kind(), event.subject());
        }
    }

    /**
     * An open alert.
     *
     * @param stated the event that stated the alert last
     * @param inherited whether only an earlier process has stated it
     */
    private record Open(AlertRaised stated, boolean inherited) {
        Instant end() {
            Instant until = stated.until();
            return until == null ? Instant.MAX : until;
        }

        /** The event that opened the alert; every restatement names it as its cause. */
        MessageId origin() {
            MessageId cause = stated.meta().causationId();
            return cause == null ? stated.meta().id() : cause;
        }

        boolean isDue(Instant now) {
            return !stated.meta().occurredAt().plus(RESTATED_AFTER).isAfter(now) && end().isAfter(now);
        }
    }

    /**
     * An end that is later by no more than this counts as the same end: several callers learn of one pause at slightly
     * different times.
     */
    private static final Duration SAME_END = Duration.ofSeconds(1);

    private final EnvironmentId environment;
    private final Map<Subject, Open> open = new HashMap<>();
    private final Set<Subject> cleared = new HashSet<>();

    public AlertBoard(EnvironmentId environment) {
        this.environment = environment;
    }

    /**
     * Takes over an alert from the topic, replayed or live: an earlier or another process of this service raised or
     * cleared it. What this board has raised or cleared itself stays as it is.
     */
    public void inherit(AlertEvent event) {
        Subject subject = Subject.of(event);
        Open known = open.get(subject);
        if (cleared.contains(subject) || (known != null && !known.inherited())) {
            return;
        }
        if (event instanceof AlertRaised raised) {
            open.put(subject, new Open(raised, true));
        } else {
            open.remove(subject);
        }
    }

    /** Opens an alert without a known end. */
    public Optional<AlertEvent> raise(AlertKind kind, String subject, Severity severity, String summary, Instant now) {
        return raise(kind, subject, severity, summary, null, now);
    }

    /**
     * Opens an alert, or extends an open one.
     *
     * @param until when the alert ends on its own; null where that is not known
     * @return empty when this board has raised the alert already and its known end is not extended
     */
    public Optional<AlertEvent> raise(
            AlertKind kind, String subject, Severity severity, String summary, @Nullable Instant until, Instant now) {
        Subject key = new Subject(kind, subject);
        Open known = open.get(key);
        Instant end = until == null ? Instant.MAX : until;
        if (known != null && !known.inherited() && !end.minus(SAME_END).isAfter(known.end())) {
            return Optional.empty();
        }
        Meta first = meta("raised", key, now);
        Meta meta = known != null && known.inherited() ? caused(first, known.origin()) : first;
        cleared.remove(key);
        return Optional.of(
                state(key, new AlertRaised(meta, environment, kind, subject, severity, summary, null, until)));
    }

    /** Returns the restatements that are due of all open alerts, inherited ones included; to be called often. */
    public List<AlertEvent> restate(Instant now) {
        List<AlertEvent> due = new ArrayList<>();
        open.replaceAll((subject, alert) -> {
            if (!alert.isDue(now)) {
                return alert;
            }
            AlertRaised old = alert.stated();
            AlertRaised again = new AlertRaised(
                    caused(meta("raised", subject, now), alert.origin()),
                    environment,
                    old.kind(),
                    old.subject(),
                    old.severity(),
                    old.summary(),
                    old.runId(),
                    old.until());
            due.add(again);
            return new Open(again, alert.inherited());
        });
        return due;
    }

    /**
     * Closes an alert of a lasting subject. The event is returned also when it is unknown whether the alert was open.
     */
    public Optional<AlertEvent> clear(AlertKind kind, String subject, Instant now) {
        Subject key = new Subject(kind, subject);
        open.remove(key);
        return cleared.add(key) ? Optional.of(cleared(key, now)) : Optional.empty();
    }

    /**
     * Closes an alert of a passing subject, such as one order, and removes the subject.
     *
     * @return empty unless this board or an earlier process raised the alert
     */
    public Optional<AlertEvent> clearRaised(AlertKind kind, String subject, Instant now) {
        Subject key = new Subject(kind, subject);
        boolean wasOpen = open.remove(key) != null;
        cleared.remove(key);
        return wasOpen ? Optional.of(cleared(key, now)) : Optional.empty();
    }

    /** Closes the inherited alerts that are over. */
    public List<AlertEvent> clearInherited(Predicate<AlertRaised> over, Instant now) {
        List<AlertEvent> closed = new ArrayList<>();
        open.entrySet().removeIf(entry -> {
            boolean ends =
                    entry.getValue().inherited() && over.test(entry.getValue().stated());
            if (ends) {
                closed.add(cleared(entry.getKey(), now));
            }
            return ends;
        });
        return closed;
    }

    /** Whether this board has raised the alert; an inherited one may be over. */
    public boolean isOpen(AlertKind kind, String subject) {
        Open known = open.get(new Subject(kind, subject));
        return known != null && !known.inherited();
    }

    /**
     * Whether the alert has a known end in the future. Callers use it to ignore a success that was under way when the
     * alert was raised: such a success does not end the alert.
     */
    public boolean lasts(AlertKind kind, String subject, Instant now) {
        Open known = open.get(new Subject(kind, subject));
        return known != null
                && !known.inherited()
                && known.end().isAfter(now)
                && !known.end().equals(Instant.MAX);
    }

    private AlertRaised state(Subject subject, AlertRaised event) {
        open.put(subject, new Open(event, false));
        return event;
    }

    private AlertCleared cleared(Subject subject, Instant now) {
        return new AlertCleared(meta("cleared", subject, now), environment, subject.kind(), subject.name());
    }

    private Meta meta(String change, Subject subject, Instant now) {
        MessageId id = MessageId.derivedFrom("Alert", change, environment, subject.kind(), subject.name(), now);
        return Meta.first(id, now);
    }

    private static Meta caused(Meta meta, MessageId origin) {
        return new Meta(meta.id(), meta.occurredAt(), new CorrelationId(origin.value()), origin);
    }
}
