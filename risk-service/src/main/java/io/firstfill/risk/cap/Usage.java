package io.firstfill.risk.cap;

import io.firstfill.contract.value.Amount;
import java.util.Objects;

/**
 * The amounts and counts that are measured against the caps, reserved and spent together.
 *
 * @param tradesInHour number of permits reserved and buys of the last 60 minutes, over all runs of the environment; at
 *     least the cap while buys of that hour are unknown
 * @param spend sum of the limits reserved and the amounts bought by the run
 * @param concurrentListings number of permits reserved and buys not final, over all runs of the environment
 */
public record Usage(long tradesInHour, Amount spend, int concurrentListings) {
    public Usage {
        Objects.requireNonNull(spend, "spend");
    }

    Usage plusOne(Amount limit) {
        return new Usage(tradesInHour + 1, AmountSum.plus(spend, limit), concurrentListings + 1);
    }
}
