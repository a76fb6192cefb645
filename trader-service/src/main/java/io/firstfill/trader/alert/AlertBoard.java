package io.firstfill.trader.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Open alerts of one environment: raised once, cleared once. Confined to one thread.
 */
public final class AlertBoard {
    private record Key(AlertKind kind, String subject) {}

    private final EnvironmentId environment;
    private final InstantSource clock;
    private final Consumer<AlertEvent> out;
    private final Map<Key, Boolean> raised = new HashMap<>();
    private final Map<Key, Instant> ends = new HashMap<>();

    public AlertBoard(EnvironmentId environment, InstantSource clock, Consumer<AlertEvent> out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    public void raise(AlertKind kind, String subject, Severity severity, String summary) {
        if (!Boolean.TRUE.equals(raised.put(new Key(kind, subject), true))) {
            out.accept(new AlertRaised(meta(kind, subject), environment, kind, subject, severity, summary, null));
        }
    }

    /** Told again when it will last longer than was said. */
    public void raise(AlertKind kind, String subject, Severity severity, String summary, Instant until) {
        Key key = new Key(kind, subject);
        boolean open = Boolean.TRUE.equals(raised.put(key, true));
        if (!open || until.isAfter(ends.getOrDefault(key, Instant.MIN))) {
            ends.put(key, until);
            out.accept(
                    new AlertRaised(meta(kind, subject), environment, kind, subject, severity, summary, null, until));
        }
    }

    /** For lasting subjects: what a process before us raised is not known, so the first good news is told too. */
    public void clear(AlertKind kind, String subject) {
        if (!Boolean.FALSE.equals(raised.put(new Key(kind, subject), false))) {
            out.accept(new AlertCleared(meta(kind, subject), environment, kind, subject));
        }
    }

    /** For passing subjects such as one order: says nothing unless it was raised here. */
    public void over(AlertKind kind, String subject) {
        if (Boolean.TRUE.equals(raised.remove(new Key(kind, subject)))) {
            out.accept(new AlertCleared(meta(kind, subject), environment, kind, subject));
        }
    }

    private Meta meta(AlertKind kind, String subject) {
        return Meta.first(MessageId.derivedFrom(environment, kind, subject, clock.instant()), clock.instant());
    }
}
