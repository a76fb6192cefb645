package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A listing validated for one run. There is one signal per run and listing.
 *
 * @param openingTime null for a surprise
 * @param deadline no order for the signal leaves after this time
 * @param eventTime for a surprise, the exchange's own timestamp on the record in which the listing was first seen; null
 *     where that record bears none
 */
public record ListingSignal(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        RunId runId,
        ListingSource source,
        Confidence confidence,
        @Nullable Instant openingTime,
        Instant detectedAt,
        Instant deadline,
        @Nullable Instant eventTime)
        implements ListingEvent {
    public ListingSignal {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(detectedAt, "detectedAt");
        Objects.requireNonNull(deadline, "deadline");
    }

    /** Creates a signal without a timestamp of the exchange. */
    public ListingSignal(
            Meta meta,
            EnvironmentId environment,
            ListingId listingId,
            Pair pair,
            RunId runId,
            ListingSource source,
            Confidence confidence,
            @Nullable Instant openingTime,
            Instant detectedAt,
            Instant deadline) {
        this(meta, environment, listingId, pair, runId, source, confidence, openingTime, detectedAt, deadline, null);
    }
}
