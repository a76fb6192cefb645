package io.firstfill.ledger.query;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing with everything that was seen of it and what each run made of it.
 *
 * @param verdict whether it can be bought, as last told; null while it has not been examined
 * @param reasons of the verdict
 * @param rules what the exchange accepts for it, as far as known
 */
public record ListingItem(
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        String status,
        Instant firstSeen,
        @Nullable Instant openingTime,
        @Nullable Instant detectedAt,
        @Nullable Instant openedAt,
        @Nullable Instant withdrawnAt,
        @Nullable Verdict verdict,
        @Nullable Instant verdictAt,
        List<String> reasons,
        @Nullable TradingRules rules,
        List<Evidence> evidence,
        List<Decision> decisions) {

    /** One sighting. */
    public record Evidence(
            String type,
            ListingSource source,
            Instant at,
            @Nullable Instant openingTime) {}

    /**
     * What one run made of it.
     *
     * @param outcome SIGNALED or SKIPPED by the scanner; DENIED or REJECTED where an order of the run came to nothing
     * @param reason of a skip, denial or rejection
     * @param clientOrderId of the order denied or rejected
     */
    public record Decision(
            RunId runId,
            String outcome,
            Instant decidedAt,
            @Nullable ListingSource source,
            @Nullable Confidence confidence,
            @Nullable Instant deadline,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable ClientOrderId clientOrderId) {}
}
