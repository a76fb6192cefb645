package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.util.Objects;

/** The announcement of a listing has disappeared before the opening time. */
public record ListingWithdrawn(
        Meta meta, EnvironmentId environment, ListingId listingId, Pair pair, ListingSource source)
        implements ListingEvent {
    public ListingWithdrawn {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(source, "source");
    }
}
