package io.firstfill.risk.book;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.cap.CapPolicies;
import io.firstfill.risk.exposure.WantedAmount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits that permits of a run may have: the quote amount of its configuration, and for each listing for which a
 * person wants more one permit of that amount.
 *
 * @param larger the larger amounts, the largest first; an amount that two listings want stands there twice
 */
record PermitLimits(Amount usual, List<Amount> larger) {
    static PermitLimits of(RiskBook book, Run run) {
        return new PermitLimits(
                run.quoteAmount(),
                book.exposure().wanted().stream()
                        .map(WantedAmount::amount)
                        .filter(amount -> amount.exceeds(run.quoteAmount()))
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    /** Returns the run that may get permits now; null when none may. */
    static @Nullable Run grantableRun(RiskBook book) {
        Run run = book.run();
        boolean mayGrant = run != null
                && run.phase() == Run.Phase.ACTIVE
                && book.tradingState() == TradingState.ACTIVE
                && !book.quarantine().holds()
                && book.credentialUsable();
        return mayGrant ? run : null;
    }

    boolean allows(Amount limit) {
        return limit.compareTo(usual) == 0 || larger.stream().anyMatch(amount -> amount.compareTo(limit) == 0);
    }

    /** Returns whether a permit would buy for more than may be spent on any listing. */
    boolean isExceededBy(Amount limit) {
        return limit.exceeds(larger.isEmpty() ? usual : larger.getFirst());
    }

    /** Returns the amounts for which the run has no permit, the largest first; one permit serves one listing. */
    List<Amount> missing(RiskBook book, Run run) {
        List<Amount> limits = of(run, book)
                .filter(permit -> !permit.isRevoked())
                .map(Reservation::limit)
                .filter(limit -> limit.exceeds(usual))
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Amount> missing = new ArrayList<>();
        int serving = 0;
        for (Amount amount : larger) {
            if (serving < limits.size() && !amount.exceeds(limits.get(serving))) {
                serving++;
            } else {
                missing.add(amount);
            }
        }
        return missing;
    }

    /**
     * Returns the unused permits to revoke, the latest first, so that a larger one has room once they are returned;
     * none where enough are revoked already.
     *
     * @return empty where the larger one would have no room without any of them either
     */
    Optional<List<Reservation>> givingWay(Amount amount, RiskBook book, Run run) {
        Predicate<Reservation> gives =
                permit -> permit.use() == PermitUse.HELD && !permit.limit().exceeds(usual);
        List<Reservation> unused = new ArrayList<>(of(run, book).filter(gives).toList());
        List<Reservation> left = new ArrayList<>(book.reservations());
        left.removeAll(unused);
        if (!isRoomFor(amount, book, left)) {
            return Optional.empty();
        }
        unused.removeIf(Reservation::isRevoked);
        left.addAll(unused);
        List<Reservation> giving = new ArrayList<>();
        while (!isRoomFor(amount, book, left)) {
            Reservation latest = unused.removeLast();
            left.remove(latest);
            giving.add(latest);
        }
        return Optional.of(giving);
    }

    /** Returns whether the caps allow one more permit beside some. */
    static boolean isRoomFor(Amount amount, RiskBook book, List<Reservation> permits) {
        return book.exposure().breakers().tripped().isEmpty()
                && CapPolicies.refusals(book.usageOf(permits), book.strictest(), amount)
                        .isEmpty();
    }

    private static Stream<Reservation> of(Run run, RiskBook book) {
        return book.reservations().stream().filter(permit -> permit.run().equals(run.id()));
    }
}
