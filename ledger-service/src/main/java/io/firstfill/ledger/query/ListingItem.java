package io.firstfill.ledger.query;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing with everything that was observed of it and each run's decision on it.
 *
 * @param status ANNOUNCED, OPENED or WITHDRAWN
 * @param verdict whether the listing can be bought, by its latest qualification; null while it has not been examined
 * @param reasons of the verdict
 * @param rules what the exchange accepts for the pair, as far as known
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

    /**
     * One observation of the listing.
     *
     * @param type of the message that reported the observation
     */
    public record Evidence(
            String type,
            ListingSource source,
            Instant at,
            @Nullable Instant openingTime) {}

    /**
     * The decision of one run on the listing.
     *
     * @param outcome SIGNALED or SKIPPED by the scanner; DENIED or REJECTED where an order of the run ended without a
     *     fill
     * @param reason of a skip, denial or rejection
     * @param clientOrderId of the order that was denied or rejected
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
