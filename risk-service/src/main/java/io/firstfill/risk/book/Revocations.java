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
    /** The terms changed, or it lapsed unanswered. The contract has no reason of its own for a run that goes on otherwise. */
    static final RevocationReason OTHER_TERMS = RevocationReason.RUN_SUSPENDED;

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
        return permit.isRevoked() || (permit.use() == Use.HELD && unfit(permit, run, now))
                ? Optional.of(OTHER_TERMS)
                : Optional.empty();
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

    private static boolean unfit(Reservation permit, Run run, Instant now) {
        boolean otherLimit = permit.limit().compareTo(run.quoteAmount()) != 0;
        boolean overdue = permit.expiresAt().plus(Turn.REMINDER).isBefore(now);
        return otherLimit || overdue;
    }

    private static boolean toldLately(Reservation permit, Instant now) {
        Instant told = permit.revokedAt();
        return told != null && told.plus(Turn.REMINDER).isAfter(now);
    }
}
