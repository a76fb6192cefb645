package io.firstfill.ledger.query;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A listing with everything that was observed of it and each run's decision on it.
 *
 * @param status ANNOUNCED, OPENED or WITHDRAWN
 * @param verdict whether the listing can be bought, by its latest qualification; null while it has not been examined
 * @param reasons of the verdict
 * @param rules what the exchange accepts for the pair, as far as known
 * @param outcome BOUGHT, MISSED, WITHDRAWN, or PENDING before the opening
 * @param results what became of the listing in each run that was active at the opening, decided about it or sent an
 *     order
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
        List<Decision> decisions,

        @Schema(enumeration = {"BOUGHT", "MISSED", "WITHDRAWN", "PENDING"})
        String outcome,

        List<Result> results) {

    /**
     * One observation of the listing.
     *
     * @param type of the message that reported the observation
     */
    @Schema(name = "ListingEvidence")
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
    @Schema(name = "ListingDecision")
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

    /**
     * What became of the listing in one run.
     *
     * @param runId null where the listing opened while no run was active
     * @param outcome BOUGHT, the status of the last order, SIGNALED or SKIPPED by the scanner, UNDECIDED where nothing
     *     was decided, NOT_WANTED where no run was active
     * @param reason why nothing was bought; null where something was
     * @param exchangeCode of a refusal by the exchange
     */
    @Schema(name = "ListingResult")
    public record Result(
            @Nullable RunId runId,
            String outcome,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable Integer exchangeCode,
            @Nullable ClientOrderId clientOrderId,
            @Nullable Quantity filledQuantity,
            @Nullable Amount filledAmount,
            @Nullable Instant decidedAt) {}
}
