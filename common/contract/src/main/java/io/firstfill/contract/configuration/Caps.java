package io.firstfill.contract.configuration;

import io.firstfill.contract.value.Amount;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Limits that block new orders; each permit is reserved against all of them first (FR-008, SC-004). A limit that is
 * null does not exist at this level.
 *
 * @param tradesPerHour buys in any 60 minutes, 1 or more
 * @param spend quote amount over the whole run
 * @param concurrentListings listings with a permit reserved or a buy not final, 1 or more
 * @param spendPerDay quote amount over one UTC day
 * @param openPositions positions held at the same time, 1 or more
 * @param lossPerDay realised loss over one UTC day, fees included, in quote
 * @param consecutiveFailures buys in a row that failed, 1 or more; buying then waits until a person resets it
 */
public record Caps(
        int tradesPerHour,
        Amount spend,
        int concurrentListings,
        @Nullable Amount spendPerDay,
        @Nullable Integer openPositions,
        @Nullable Amount lossPerDay,
        @Nullable Integer consecutiveFailures) {
    public Caps {
        Objects.requireNonNull(spend, "spend");
        if (tradesPerHour < 1 || concurrentListings < 1) {
            throw new IllegalArgumentException("tradesPerHour and concurrentListings must be 1 or more");
        }
        if ((openPositions != null && openPositions < 1) || (consecutiveFailures != null && consecutiveFailures < 1)) {
            throw new IllegalArgumentException("openPositions and consecutiveFailures must be 1 or more");
        }
    }

    /** Creates caps without the limits that a configuration may leave out. */
    public Caps(int tradesPerHour, Amount spend, int concurrentListings) {
        this(tradesPerHour, spend, concurrentListings, null, null, null, null);
    }
}
