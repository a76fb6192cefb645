package io.firstfill.contract.configuration;

import io.firstfill.contract.value.Amount;
import org.jspecify.annotations.Nullable;

/**
 * Limits of an environment over all its runs, set by the risk role and obeyed at once. A limit that is null does not
 * exist at this level.
 *
 * @param tradesPerHour buys in any 60 minutes, 1 or more
 * @param spendPerRun quote amount over one run
 * @param spendPerDay quote amount over one UTC day
 * @param concurrentListings listings with a permit reserved or a buy not final, 1 or more
 * @param openPositions positions held at the same time, 1 or more
 * @param lossPerDay realised loss over one UTC day, fees included, in quote
 * @param consecutiveFailures buys in a row that failed, 1 or more; the breaker then holds until a person resets it
 */
public record Guardrails(
        @Nullable Integer tradesPerHour,
        @Nullable Amount spendPerRun,
        @Nullable Amount spendPerDay,
        @Nullable Integer concurrentListings,
        @Nullable Integer openPositions,
        @Nullable Amount lossPerDay,
        @Nullable Integer consecutiveFailures) {
    public Guardrails {
        positive("tradesPerHour", tradesPerHour);
        positive("concurrentListings", concurrentListings);
        positive("openPositions", openPositions);
        positive("consecutiveFailures", consecutiveFailures);
    }

    /** An environment without guardrails. */
    public static final Guardrails NONE = new Guardrails(null, null, null, null, null, null, null);

    private static void positive(String field, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(field + " must be 1 or more");
        }
    }
}
