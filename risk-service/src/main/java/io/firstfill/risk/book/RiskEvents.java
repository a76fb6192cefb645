package io.firstfill.risk.book;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.cap.Level;
import io.firstfill.risk.cap.Limits;
import io.firstfill.risk.exposure.Breakers;
import io.firstfill.risk.exposure.Tripped;
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
        return Quarantine.raised(environment, place, " (" + reason + ")", unknownFor, now);
    }

    List<Message> released(RecordPlace place) {
        return Quarantine.cleared(environment, place, now);
    }

    private static MessageId reachedId(Run run, Cap cap, int episode) {
        return MessageId.derivedFrom("CapReached", run.id(), cap, episode);
    }

    List<Message> reached(Run run, Level level, @Nullable Instant until) {
        MessageId id = reachedId(run, level.cap(), run.episodes());
        MessageId alert = MessageId.derivedFrom("AlertRaised", id);
        CapReached reached = new CapReached(
                meta(id, run.correlation()),
                environment,
                run.id(),
                level.cap(),
                level.used().toString(),
                level.limit().toString(),
                until,
                level.level());
        return List.of(
                reached,
                new AlertRaised(
                        meta(alert, run.correlation()),
                        environment,
                        AlertKind.CAP_REACHED,
                        level.cap().name(),
                        Severity.WARNING,
                        "No new buys: " + level + end(level, until),
                        run.id(),
                        null,
                        level.numbers(until)));
    }

    private static String end(Level level, @Nullable Instant until) {
        if (CapPolicies.isBreaker(level.cap())) {
            return " until a person resets the breaker";
        }
        return until == null ? "" : " until " + until;
    }

    /** Creates again the alerts of the caps that block and of the records in quarantine, each with an id of its own. */
    List<Message> restated(RiskBook book) {
        List<Message> alerts = new ArrayList<>();
        book.quarantined()
                .forEach(place -> alerts.add(
                        Quarantine.restated(environment, place, book.hour().unknownFor(), now)));
        Run run = book.run();
        if (run != null) {
            levels(book, run).stream()
                    .filter(level -> run.reached().contains(level.cap()))
                    .forEach(level -> alerts.add(restated(run, level)));
        }
        CapPolicies.levels(CapReports.committed(book), book.strictest()).forEach(level -> {
            Integer episode = book.exposure().near().get(level.cap());
            if (episode != null) {
                alerts.add(restated(nearId(level.cap(), episode), level));
            }
        });
        return alerts;
    }

    /** Returns the numbers of each cap; a tripped breaker has those at which it tripped. */
    private static List<Level> levels(RiskBook book, Run run) {
        Breakers breakers = book.exposure().breakers();
        return Stream.concat(
                        CapPolicies.levels(book.usage(), book.limits().strictest(run.caps())).stream()
                                .filter(level -> breakers.find(level.cap()).isEmpty()),
                        breakers.tripped().stream().map(Tripped::numbers))
                .toList();
    }

    /** The cause of a restatement is the raise, where the book still knows it: then no reader counts it as another. */
    private Message restated(Run run, Level level) {
        Integer episode = run.raisedIn().get(level.cap());
        MessageId raise =
                episode == null ? cause : MessageId.derivedFrom("AlertRaised", reachedId(run, level.cap(), episode));
        MessageId id = MessageId.derivedFrom("AlertRaised", run.id(), level.cap(), now);
        return new AlertRaised(
                new Meta(id, now, run.correlation(), raise),
                environment,
                AlertKind.CAP_REACHED,
                level.cap().name(),
                Severity.WARNING,
                "No new buys: " + level,
                run.id(),
                null,
                level.numbers(null));
    }

    private Message restated(MessageId raise, Level level) {
        MessageId id = MessageId.derivedFrom("AlertRaised", raise, now);
        return near(new Meta(id, now, new CorrelationId(raise.value()), raise), null, level);
    }

    /**
     * Creates the warning that a cap is nearly used up. Its subject differs from that of the cap reached: below level 3
     * both alerts have one kind, and the end of one must not end the other.
     */
    Message near(@Nullable Run run, Level level, int episode) {
        return near(Meta.first(nearId(level.cap(), episode), now), run, level);
    }

    private MessageId nearId(Cap cap, int episode) {
        return MessageId.derivedFrom("AlertRaised", AlertKind.CAP_NEAR, environment, cap, episode);
    }

    private Message near(Meta meta, @Nullable Run run, Level level) {
        return new AlertRaised(
                meta,
                environment,
                AlertKind.CAP_NEAR,
                near(level.cap()),
                Severity.WARNING,
                nearly(level),
                run == null ? null : run.id(),
                null,
                level.numbers(null));
    }

    /** Creates the end of the warning. */
    Message farAgain(Cap cap, int episode) {
        MessageId id = MessageId.derivedFrom("AlertCleared", AlertKind.CAP_NEAR, environment, cap, episode);
        return new AlertCleared(Meta.first(id, now), environment, AlertKind.CAP_NEAR, near(cap));
    }

    private static String near(Cap cap) {
        return cap + " near";
    }

    private static String nearly(Level level) {
        return "80 % or more are used: " + level;
    }

    /** Creates the report of all caps. */
    CapsReported report(@Nullable Run run, Limits limits, List<CapUse> uses) {
        MessageId id = MessageId.derivedFrom("CapsReported", environment, now);
        return new CapsReported(
                Meta.first(id, now),
                environment,
                run == null ? null : run.id(),
                limits.version(),
                limits.guardrails(),
                uses);
    }

    List<Message> cleared(Run run, Level level) {
        MessageId id = MessageId.derivedFrom("CapCleared", run.id(), level.cap(), run.episodes());
        return cleared(meta(id, run.correlation()), run.id(), level, null);
    }

    /** Creates the end of a circuit breaker that a person has reset. */
    List<Message> reset(ResetBreaker command, RunId run, Level level) {
        MessageId id = MessageId.derivedFrom("CapCleared", command.meta().id());
        return cleared(command.meta().next(id, now), run, level, command.issuedBy());
    }

    private List<Message> cleared(Meta meta, RunId run, Level level, @Nullable Actor resetBy) {
        CapCleared cleared = new CapCleared(
                meta,
                environment,
                run,
                level.cap(),
                level.used().toString(),
                level.limit().toString(),
                resetBy);
        MessageId alert = MessageId.derivedFrom("AlertCleared", meta.id());
        return List.of(
                cleared,
                new AlertCleared(
                        meta(alert, meta.correlationId()),
                        environment,
                        AlertKind.CAP_REACHED,
                        level.cap().name()));
    }

    private Meta meta(MessageId id, CorrelationId correlation) {
        return new Meta(id, now, correlation, cause);
    }
}
