package io.firstfill.ledger.missed;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A listing that opened, and what it came to.
 *
 * @param runId the run that was active; null where none was
 * @param reason why it was not bought; null where it was
 */
public record Opening(
        ListingId listingId,
        Pair pair,
        Instant openedAt,
        @Nullable RunId runId,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Integer exchangeCode,
        FirstMinute firstMinute) {
    /**
     * The prices of the minute from the opening on; null where none is known.
     *
     * @param points number of prices known
     */
    public record FirstMinute(
            @Nullable Price first,
            @Nullable Price high,
            @Nullable Price low,
            @Nullable Price last,
            int points) {}

    boolean isBought() {
        return reason == null;
    }
}
