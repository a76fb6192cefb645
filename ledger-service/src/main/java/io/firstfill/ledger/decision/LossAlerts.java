package io.firstfill.ledger.decision;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import java.time.Instant;

/**
 * The alerts about records that the ledger could not record as messages. Each alert is about the place of a record, and
 * stays open until a person acknowledges the record.
 */
public final class LossAlerts {
    private LossAlerts() {}

    /** Returns the alert that a record is in the journal as bytes, because it could not be read or processed. */
    public static AlertRaised unreadable(
            Meta recorded, EnvironmentId environment, RecordPlace place, String reason, Instant now) {
        return raised(
                recorded,
                environment,
                AlertKind.UNREADABLE_MESSAGE,
                place,
                Severity.WARNING,
                "The ledger could not process a record and keeps its bytes in the journal: " + reason,
                now);
    }

    /** Returns the alert that Kafka has deleted records before the ledger recorded them. */
    public static AlertRaised lost(Meta recorded, EnvironmentId environment, RecordPlace first, long end, Instant now) {
        return raised(
                recorded,
                environment,
                AlertKind.RECORDS_LOST,
                first,
                Severity.CRITICAL,
                "Records of " + first.topic() + " partition " + first.partition() + " from offset " + first.offset()
                        + " to " + end + " are not in the journal and no longer in Kafka",
                now);
    }

    private static AlertRaised raised(
            Meta recorded,
            EnvironmentId environment,
            AlertKind kind,
            RecordPlace place,
            Severity severity,
            String summary,
            Instant now) {
        Meta meta = AnswerIdentity.meta(AlertRaised.class, recorded, now);
        return new AlertRaised(meta, environment, kind, place.toString(), severity, summary, null);
    }
}
