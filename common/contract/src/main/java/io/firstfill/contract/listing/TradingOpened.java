package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Trading of a listing has been observed. */
public record TradingOpened(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        ListingSource source,
        @Nullable Instant openingTime,
        Instant seenAt)
        implements ListingEvent {
    public TradingOpened {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(seenAt, "seenAt");
    }
}
