package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source has shown a listing for the first time.
 *
 * @param openingTime null for a surprise, which trades already
 */
public record ListingAnnounced(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        @Nullable Instant openingTime,
        ListingSource source,
        Instant detectedAt)
        implements ListingEvent {
    public ListingAnnounced {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(detectedAt, "detectedAt");
    }
}
