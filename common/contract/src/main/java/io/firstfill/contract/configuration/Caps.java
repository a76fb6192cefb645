package io.firstfill.contract.configuration;

import io.firstfill.contract.value.Amount;
import java.util.Objects;

/**
 * Limits that block new orders; each permit is reserved against all of them first (FR-008, SC-004).
 *
 * @param tradesPerHour buys in any 60 minutes, 1 or more
 * @param spend quote amount over the whole run
 * @param concurrentListings listings with a permit reserved or a buy not final, 1 or more
 */
public record Caps(int tradesPerHour, Amount spend, int concurrentListings) {
    public Caps {
        Objects.requireNonNull(spend, "spend");
        if (tradesPerHour < 1 || concurrentListings < 1) {
            throw new IllegalArgumentException("tradesPerHour and concurrentListings must be 1 or more");
        }
    }
}
