package io.firstfill.ledger.decision;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Instant;

/**
 * The alert {@code CHANNEL_STOPPED} of the ledger itself. A ledger that records this alert can record again, so it
 * clears the alert in the same transaction: also the alert of a process that was killed while it could not record.
 */
public final class StoppedAlert {
    private static final String SUBJECT = "ledger";

    private StoppedAlert() {}

    /** @param since when the ledger could not record for the first time; one alert for each such time */
    public static AlertRaised raised(EnvironmentId environment, Instant since, Instant now) {
        return raised(environment, Meta.first(first(environment, since), now));
    }

    /** Returns the alert that the ledger still cannot record; it names the raise that it repeats as its cause. */
    public static AlertRaised restated(EnvironmentId environment, Instant since, Instant now) {
        MessageId first = first(environment, since);
        MessageId id = MessageId.derivedFrom("ledger", environment, since, now);
        return raised(environment, new Meta(id, now, new CorrelationId(first.value()), first));
    }

    private static MessageId first(EnvironmentId environment, Instant since) {
        return MessageId.derivedFrom("ledger", environment, since);
    }

    private static AlertRaised raised(EnvironmentId environment, Meta meta) {
        return new AlertRaised(
                meta,
                environment,
                AlertKind.CHANNEL_STOPPED,
                SUBJECT,
                Severity.CRITICAL,
                "The ledger cannot record; nothing is lost, but nothing new is stored or started",
                null);
    }

    public static boolean isOver(AlertRaised recorded) {
        return recorded.kind() == AlertKind.CHANNEL_STOPPED
                && recorded.subject().equals(SUBJECT);
    }

    public static AlertCleared cleared(AlertRaised recorded, Instant now) {
        return new AlertCleared(
                AnswerIdentity.meta(AlertCleared.class, recorded.meta(), now),
                recorded.environment(),
                recorded.kind(),
                recorded.subject());
    }
}
