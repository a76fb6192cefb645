package io.firstfill.risk.book;

import io.firstfill.contract.value.Cap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The trades of the last hour of a risk book. After a book was lost, the buys of the hour before the loss are unknown
 * and every place of the hour counts as used, until that hour is over.
 */
record HourOfTrades(RiskBook book) {
    static final Duration LENGTH = Duration.ofMinutes(60);

    /** Returns the number of trades with that many permits reserved; at least the cap while buys are unknown. */
    long trades(int reserved) {
        long known = (long) reserved + counting().size();
        return isUnknown() ? Math.max(known, limit()) : known;
    }

    /** Returns the cap that holds; zero where there is none. */
    private long limit() {
        return book.strictest().stream()
                .filter(limit -> limit.cap() == Cap.TRADES_PER_HOUR)
                .findFirst()
                .map(limit -> limit.amount().value().longValue())
                .orElse(0L);
    }

    /** Returns whether the buy is a trade of the hour that ends now. */
    boolean counts(Buy buy) {
        return remaining(buy).isPositive();
    }

    /** Returns whether buys of the hour that ends now may be unknown. */
    boolean isUnknown() {
        return unknownFor().isPositive();
    }

    /** Returns the time until all buys of the last hour are known; zero where they are. */
    Duration unknownFor() {
        Duration lost = book.lostAt();
        Duration left = lost == null ? Duration.ZERO : leftSince(lost);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Returns the time until one more trade fits below the limit by time alone; empty where time alone frees none. */
    Optional<Duration> placeFreeIn(long limit) {
        List<Duration> counting =
                counting().stream().map(this::remaining).sorted().toList();
        long excess = book.reservations().size() + counting.size() - limit;
        Duration unknown = unknownFor();
        return excess < 0
                ? Optional.of(unknown)
                : counting.stream().skip(excess).findFirst().map(left -> left.compareTo(unknown) > 0 ? left : unknown);
    }

    private List<Buy> counting() {
        return book.buys().stream().filter(this::counts).toList();
    }

    /** Returns the time for which the buy still counts as a trade of the hour. */
    private Duration remaining(Buy buy) {
        return leftSince(buy.since());
    }

    private Duration leftSince(Duration at) {
        return at.plus(LENGTH).minus(book.clock().total());
    }
}
