package io.firstfill.ledger.query;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.EnvironmentId;
import io.firstfill.contract.value.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listing with everything that was seen of it and what each run made of it. */
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
     * @param outcome SIGNALED or SKIPPED
     * @param reason of a skip
     */
    public record Decision(
            RunId runId,
            String outcome,
            Instant decidedAt,
            @Nullable ListingSource source,
            @Nullable Confidence confidence,
            @Nullable Instant deadline,
            @Nullable String reason,
            @Nullable String detail) {}
}
