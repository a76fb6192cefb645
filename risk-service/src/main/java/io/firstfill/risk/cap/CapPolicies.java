package io.firstfill.risk.cap;

import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.math.BigDecimal;
import java.util.List;

/** Measures all caps that a permit is reserved against (FR-008, SC-004). */
public final class CapPolicies {
    private static final List<CapPolicy> POLICIES =
            List.of(CapPolicies::tradesPerHour, CapPolicies::spend, CapPolicies::concurrentListings);

    private CapPolicies() {}

    /**
     * Returns all caps that one more permit of {@code limit} would exceed, with their numbers before that permit. The
     * operator needs all of them: raising the first alone would not help.
     */
    public static List<Level> refusals(Usage usage, Caps caps, Amount limit) {
        Usage withOneMore = usage.plusOne(limit);
        return POLICIES.stream()
                .filter(policy -> policy.measure(withOneMore, caps).exceeded())
                .map(policy -> policy.measure(usage, caps))
                .toList();
    }

    /** Returns whether the usage exceeds a cap already, as it may after the caps were tightened. */
    public static boolean exceeded(Usage usage, Caps caps) {
        return levels(usage, caps).stream().anyMatch(Level::exceeded);
    }

    public static List<Level> levels(Usage usage, Caps caps) {
        return POLICIES.stream().map(policy -> policy.measure(usage, caps)).toList();
    }

    private static Level tradesPerHour(Usage usage, Caps caps) {
        return new Level(Cap.TRADES_PER_HOUR, count(usage.tradesInHour()), count(caps.tradesPerHour()));
    }

    private static Level spend(Usage usage, Caps caps) {
        return new Level(Cap.SPEND, usage.spend(), caps.spend());
    }

    private static Level concurrentListings(Usage usage, Caps caps) {
        return new Level(Cap.CONCURRENT_LISTINGS, count(usage.concurrentListings()), count(caps.concurrentListings()));
    }

    private static Amount count(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }
}
