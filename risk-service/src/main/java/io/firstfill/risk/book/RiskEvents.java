package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates the events of one decision. Ids are derived from the content, so an event created twice is one message. The
 * correlation id is the run's, also where an order or the passing of time caused the event.
 *
 * @param cause id of the message that caused the decision; null where time caused it
 */
record RiskEvents(EnvironmentId environment, @Nullable MessageId cause, Instant now) {
    Message granted(Run run, Reservation permit) {
        MessageId id = MessageId.derivedFrom("PermitGranted", permit.permit());
        return new PermitGranted(
                meta(id, run.correlation()),
                environment,
                permit.run(),
                permit.permit(),
                permit.limit(),
                permit.expiresAt());
    }

    Message revoked(CorrelationId correlation, Reservation permit, RevocationReason reason) {
        MessageId id = MessageId.derivedFrom("PermitRevoked", permit.permit());
        return new PermitRevoked(meta(id, correlation), environment, permit.run(), permit.permit(), reason);
    }

    /** @param unknownFor how long no permit is granted, because the book before was lost; zero where it was not */
    Message quarantined(RecordPlace place, String reason, Duration unknownFor) {
        MessageId id = MessageId.derivedFrom("AlertRaised", AlertKind.RECORD_QUARANTINED, environment, place);
        return new AlertRaised(
                Meta.first(id, now),
                environment,
                AlertKind.RECORD_QUARANTINED,
                subject(place),
                Severity.CRITICAL,
                "No permits: a record could not be processed (" + reason + "). Act on it, then acknowledge it."
                        + unknownHour(unknownFor),
                null);
    }

    /** Clears the alert under both kinds: below contract level 2 it was stated as a stopped channel. */
    List<Message> released(RecordPlace place) {
        return Stream.of(AlertKind.RECORD_QUARANTINED, AlertKind.CHANNEL_STOPPED)
                .<Message>map(kind -> new AlertCleared(
                        Meta.first(MessageId.derivedFrom("AlertCleared", kind, environment, place), now),
                        environment,
                        kind,
                        subject(place)))
                .toList();
    }

    /** A restart delays the end by its downtime. */
    private String unknownHour(Duration unknownFor) {
        return unknownFor.isPositive()
                ? " No permit before " + now.plus(unknownFor) + ": the buys of the hour before the loss are unknown."
                : "";
    }

    private static String subject(RecordPlace place) {
        return "risk " + place;
    }

    private static MessageId reachedId(Run run, Level level, int episode) {
        return MessageId.derivedFrom("CapReached", run.id(), level.cap(), episode);
    }

    List<Message> reached(Run run, Level level, @Nullable Instant until) {
        MessageId id = reachedId(run, level, run.episodes());
        MessageId alert = MessageId.derivedFrom("AlertRaised", id);
        CapReached reached = new CapReached(
                meta(id, run.correlation()),
                environment,
                run.id(),
                level.cap(),
                level.used().toString(),
                level.limit().toString(),
                until);
        return List.of(
                reached,
                new AlertRaised(
                        meta(alert, run.correlation()),
                        environment,
                        AlertKind.CAP_REACHED,
                        level.cap().name(),
                        Severity.WARNING,
                        "No new buys: " + level + (until == null ? "" : " until " + until),
                        run.id()));
    }

    /** Creates again the alerts of the caps that block and of the records in quarantine, each with an id of its own. */
    List<Message> restated(RiskBook book) {
        List<Message> alerts = new ArrayList<>();
        book.quarantined()
                .forEach(place -> alerts.add(restated(place, book.hour().unknownFor())));
        Run run = book.run();
        if (run != null) {
            CapPolicies.levels(book.usage(), run.caps()).stream()
                    .filter(level -> run.reached().contains(level.cap()))
                    .forEach(level -> alerts.add(restated(run, level)));
        }
        return alerts;
    }

    private Message restated(RecordPlace place, Duration unknownFor) {
        MessageId first = MessageId.derivedFrom("AlertRaised", AlertKind.RECORD_QUARANTINED, environment, place);
        MessageId id = MessageId.derivedFrom("AlertRaised", first, now);
        return new AlertRaised(
                new Meta(id, now, new CorrelationId(first.value()), first),
                environment,
                AlertKind.RECORD_QUARANTINED,
                subject(place),
                Severity.CRITICAL,
                "No permits: a record could not be processed. Act on it, then acknowledge it."
                        + unknownHour(unknownFor),
                null);
    }

    /** The cause of a restatement is the raise, where the book still knows it: then no reader counts it as another. */
    private Message restated(Run run, Level level) {
        Integer episode = run.raisedIn().get(level.cap());
        MessageId raise =
                episode == null ? cause : MessageId.derivedFrom("AlertRaised", reachedId(run, level, episode));
        MessageId id = MessageId.derivedFrom("AlertRaised", run.id(), level.cap(), now);
        return new AlertRaised(
                new Meta(id, now, run.correlation(), raise),
                environment,
                AlertKind.CAP_REACHED,
                level.cap().name(),
                Severity.WARNING,
                "No new buys: " + level,
                run.id());
    }

    List<Message> cleared(Run run, Level level) {
        MessageId id = MessageId.derivedFrom("CapCleared", run.id(), level.cap(), run.episodes());
        MessageId alert = MessageId.derivedFrom("AlertCleared", id);
        CapCleared cleared = new CapCleared(
                meta(id, run.correlation()),
                environment,
                run.id(),
                level.cap(),
                level.used().toString(),
                level.limit().toString());
        return List.of(
                cleared,
                new AlertCleared(
                        meta(alert, run.correlation()),
                        environment,
                        AlertKind.CAP_REACHED,
                        level.cap().name()));
    }

    private Meta meta(MessageId id, CorrelationId correlation) {
        return new Meta(id, now, correlation, cause);
    }
}
