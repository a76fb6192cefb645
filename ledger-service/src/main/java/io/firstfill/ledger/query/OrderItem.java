package io.firstfill.ledger.query;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One order attempt. Durations are in microseconds by the services' clock, and absent unless both ends are known.
 *
 * @param reason of a denial, rejection or cancellation
 * @param kind scheduled or surprise
 * @param ambiguity why the exchange's answer was unknown; stays when the order has been resolved
 * @param openingToWrittenMicros from the announced opening, by the exchange's clock; negative when the request was sent
 *     ahead of the opening
 * @param latencyMicros of a surprise from detected to submitted, of a scheduled buy from its opening to written
 * @param badge GREEN under 500 ms of latency, YELLOW under 1 s, else RED
 * @param firstTradePrice of the first trade at the opening, where prices were recorded
 * @param paidOverFirstTrade the average price over the first trade's, as a fraction: 0.25 is a quarter more
 */
public record OrderItem(
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        String status,
        Instant createdAt,
        Instant statusAt,
        Instant updatedAt,
        @Nullable PermitId permitId,
        @Nullable String side,
        @Nullable String orderType,
        @Nullable Integer attempt,
        @Nullable Amount quoteAmount,
        @Nullable Instant validUntil,
        @Nullable ExchangeOrderId exchangeOrderId,
        @Nullable Quantity filledQuantity,
        @Nullable Amount filledAmount,
        @Nullable Price averagePrice,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Integer httpStatus,
        @Nullable Integer exchangeCode,
        @Nullable String ambiguity,
        @Nullable String resolution,
        @Nullable Integer probes,
        String kind,
        OrderTimes timeline,
        @Nullable Long detectionToSignalMicros,
        @Nullable Long signalToConsumedMicros,
        @Nullable Long detectionToSubmittedMicros,
        @Nullable Long firedToSubmittedMicros,
        @Nullable Long submittedToWrittenMicros,
        @Nullable Long openingToWrittenMicros,
        @Nullable Long writtenToAnsweredMicros,
        @Nullable Long answeredToFilledMicros,
        @Nullable Long latencyMicros,

        @Schema(enumeration = {"GREEN", "YELLOW", "RED"}) @Nullable String badge,

        @Nullable Price firstTradePrice,

        @Schema(pattern = "^-?[0-9]+\\.[0-9]{6}$", examples = "0.031250") @Nullable String paidOverFirstTrade) {}
