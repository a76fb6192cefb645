package io.firstfill.risk.book;

import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.CapPolicies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which permits the trader must not use. A rule looks at the book as it is, not at what changed it, so it holds after any
 * order of events. A submitted order is past taking back.
 */
final class Revocations {
    private Revocations() {}

    static Optional<RevocationReason> reasonFor(RiskBook book, Reservation permit, Instant now) {
        if (permit.use() == Use.SUBMITTED || toldLately(permit, now)) {
            return Optional.empty();
        }
        Run run = book.run();
        if (run == null || !run.id().equals(permit.run()) || run.phase() == Phase.ENDED) {
            return Optional.of(RevocationReason.RUN_STOPPED);
        }
        if (book.tradingState() != TradingState.ACTIVE) {
            return Optional.of(RevocationReason.TRADING_STATE);
        }
        if (run.phase() == Phase.SUSPENDED) {
            return Optional.of(RevocationReason.RUN_SUSPENDED);
        }
        boolean lapsed = isOverdue(permit, now);
        if (permit.isRevoked() || (permit.use() == Use.HELD && (lapsed || hasOtherLimit(permit, run)))) {
            return Optional.of(lapsed ? RevocationReason.EXPIRED : RevocationReason.CONFIGURATION_CHANGED);
        }
        return Optional.empty();
    }

    /** The latest unused permit, when those that may still be used break a cap together. */
    static Optional<Reservation> firstExcess(RiskBook book, Run run, Instant now) {
        List<Reservation> live = book.reservations().stream()
                .filter(permit -> !permit.isRevoked() || permit.use() == Use.SUBMITTED)
                .toList();
        if (!CapPolicies.exceeded(book.usageOf(live, now), run.caps())) {
            return Optional.empty();
        }
        return live.reversed().stream()
                .filter(permit -> permit.use() == Use.HELD && permit.run().equals(run.id()))
                .findFirst();
    }

    private static boolean hasOtherLimit(Reservation permit, Run run) {
        return permit.limit().compareTo(run.quoteAmount()) != 0;
    }

    private static boolean isOverdue(Reservation permit, Instant now) {
        return permit.expiresAt().plus(DecisionBuilder.REMINDER).isBefore(now);
    }

    private static boolean toldLately(Reservation permit, Instant now) {
        Instant told = permit.revokedAt();
        return told != null && told.plus(DecisionBuilder.REMINDER).isAfter(now);
    }
}
