package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Objects;

/** The announced opening time of a listing has changed. */
public record ListingRescheduled(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        Instant previousOpeningTime,
        Instant openingTime,
        ListingSource source)
        implements ListingEvent {
    public ListingRescheduled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(previousOpeningTime, "previousOpeningTime");
        Objects.requireNonNull(openingTime, "openingTime");
        Objects.requireNonNull(source, "source");
    }
}
