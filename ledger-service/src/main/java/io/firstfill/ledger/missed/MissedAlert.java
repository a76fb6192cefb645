package io.firstfill.ledger.missed;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The alert about one listing that was missed for a reason of ours. Everything in it is stored: it can be repeated. */
public record MissedAlert(
        EnvironmentId environment,
        MessageId alertId,
        ListingId listingId,
        Pair pair,
        Instant openedAt,
        @Nullable RunId runId,
        String reason,
        Instant at) {
    public AlertRaised raised() {
        return new AlertRaised(
                Meta.first(alertId, at),
                environment,
                AlertKind.LISTING_MISSED,
                subject(),
                Severity.WARNING,
                pair + " opened at " + openedAt + " and was not bought: " + reason,
                runId);
    }

    public AlertCleared cleared(Instant now) {
        return new AlertCleared(
                Meta.first(alertId, at).next(MessageId.derivedFrom("listing missed, over", alertId), now),
                environment,
                AlertKind.LISTING_MISSED,
                subject());
    }

    private String subject() {
        return pair + " " + listingId;
    }
}
