package io.firstfill.risk.book;

import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.CapPolicies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides which permits are revoked. A rule reads the risk book alone and not the event that changed the book, so the
 * rule holds after any order of events. The permit of a submitted order cannot be revoked any more.
 */
final class Revocations {
    private Revocations() {}

    /** Returns why the permit is revoked now; empty when it is not, or when its revocation was published lately. */
    static Optional<RevocationReason> reasonFor(RiskBook book, Reservation permit, Instant now) {
        if (permit.use() == PermitUse.SUBMITTED || publishedLately(permit, now)) {
            return Optional.empty();
        }
        Run run = book.run();
        if (run == null || !run.id().equals(permit.run()) || run.phase() == Run.Phase.ENDED) {
            return Optional.of(RevocationReason.RUN_STOPPED);
        }
        if (book.tradingState() != TradingState.ACTIVE || book.quarantine().holds()) {
            return Optional.of(RevocationReason.TRADING_STATE);
        }
        if (run.phase() == Run.Phase.SUSPENDED) {
            return Optional.of(RevocationReason.RUN_SUSPENDED);
        }
        if (!book.exposure().breakers().tripped().isEmpty()) {
            return Optional.of(RevocationReason.BREAKER_TRIPPED);
        }
        boolean overdue = isOverdue(permit, now);
        PermitLimits limits = PermitLimits.of(book, run);
        if (permit.isRevoked()
                || limits.isExceededBy(permit.limit())
                || (permit.use() == PermitUse.HELD && (overdue || !limits.allows(permit.limit())))) {
            return Optional.of(overdue ? RevocationReason.EXPIRED : RevocationReason.CONFIGURATION_CHANGED);
        }
        return Optional.empty();
    }

    /**
     * Returns the permit to revoke next when the permits that may still be used exceed a cap together: the latest
     * unused one, and the latest armed one only when no unused one is left.
     */
    static Optional<Reservation> firstExcess(RiskBook book, Run run) {
        List<Reservation> live = book.reservations().stream()
                .filter(permit -> !permit.isRevoked() || permit.use() == PermitUse.SUBMITTED)
                .toList();
        if (!CapPolicies.exceeded(book.usageOf(live), book.strictest())) {
            return Optional.empty();
        }
        return latest(live, PermitUse.HELD, run).or(() -> latest(live, PermitUse.ARMED, run));
    }

    private static Optional<Reservation> latest(List<Reservation> live, PermitUse use, Run run) {
        return live.reversed().stream()
                .filter(permit -> permit.use() == use && permit.run().equals(run.id()))
                .findFirst();
    }

    private static boolean isOverdue(Reservation permit, Instant now) {
        return permit.expiresAt().plus(DecisionBuilder.REMINDER).isBefore(now);
    }

    private static boolean publishedLately(Reservation permit, Instant now) {
        Instant published = permit.revokedAt();
        return published != null
                && !published.isAfter(now) // the wall clock was stepped back since
                && published.plus(DecisionBuilder.REMINDER).isAfter(now);
    }
}
