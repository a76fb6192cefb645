package io.firstfill.risk.cap;

import io.firstfill.contract.value.Amount;
import java.util.Objects;

/**
 * What counts against the caps, reserved and spent together.
 *
 * @param tradesInHour permits reserved and buys of the last 60 minutes, over all runs of the environment
 * @param spend limits reserved and amounts bought, of the run
 * @param concurrentListings permits reserved and buys not final, over all runs of the environment
 */
public record Usage(int tradesInHour, Amount spend, int concurrentListings) {
    public Usage {
        Objects.requireNonNull(spend, "spend");
    }

    Usage plusOne(Amount limit) {
        return new Usage(tradesInHour + 1, spend.plus(limit), concurrentListings + 1);
    }
}
