package io.firstfill.risk.cap;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.util.List;

/**
 * Measures a usage against limits (FR-008, SC-004). A permit is reserved against every cap but the circuit breakers,
 * which trip on what has happened, and which no permit can use up.
 */
public final class CapPolicies {
    private CapPolicies() {}

    /** Returns whether the cap is a circuit breaker: once tripped it blocks until a person resets it. */
    public static boolean isBreaker(Cap cap) {
        return switch (cap) {
            case LOSS_PER_DAY, CONSECUTIVE_FAILURES -> true;
            case TRADES_PER_HOUR, SPEND, CONCURRENT_LISTINGS, SPEND_PER_DAY, OPEN_POSITIONS -> false;
        };
    }

    /**
     * Returns all caps that one more permit of {@code amount} would exceed, with their numbers before that permit. The
     * operator needs all of them: raising the first alone would not help.
     */
    public static List<Level> refusals(Usage usage, List<Limit> limits, Amount amount) {
        Usage withOneMore = usage.plusOne(amount);
        return limits.stream()
                .filter(limit -> !isBreaker(limit.cap()))
                .filter(limit -> level(withOneMore, limit).exceeded())
                .map(limit -> level(usage, limit))
                .toList();
    }

    /** Returns whether the usage exceeds a cap already, as it may after a limit was tightened. */
    public static boolean exceeded(Usage usage, List<Limit> limits) {
        return limits.stream()
                .filter(limit -> !isBreaker(limit.cap()))
                .anyMatch(limit -> level(usage, limit).exceeded());
    }

    /** Returns the circuit breakers that trip at this usage. */
    public static List<Level> tripping(Usage usage, List<Limit> limits) {
        return limits.stream()
                .filter(limit -> isBreaker(limit.cap()))
                .map(limit -> level(usage, limit))
                .filter(Level::trips)
                .toList();
    }

    public static List<Level> levels(Usage usage, List<Limit> limits) {
        return limits.stream().map(limit -> level(usage, limit)).toList();
    }

    public static Level level(Usage usage, Limit limit) {
        return new Level(limit.cap(), limit.level(), usage.of(limit.cap()), limit.amount());
    }
}
