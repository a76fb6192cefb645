package io.firstfill.ledger.missed;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A listing that was missed.
 *
 * @param alertId the alert about it, derived so that it is raised once; null where the cause is not ours
 */
public record Missed(
        Opening opening,
        String reason,
        Cause cause,
        @Nullable MessageId alertId) {
    static Missed of(EnvironmentId environment, Opening opening, ReasonCauses causes) {
        String reason = Objects.requireNonNull(opening.reason());
        Cause cause = causes.of(reason);
        MessageId alert =
                cause == Cause.OURS ? MessageId.derivedFrom("listing missed", environment, opening.listingId()) : null;
        return new Missed(opening, reason, cause, alert);
    }
}
