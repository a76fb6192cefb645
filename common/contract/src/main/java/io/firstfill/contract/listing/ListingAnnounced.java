package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source has shown a listing for the first time. A person's announcement of a listing that is known already is
 * evidence on that listing: it has the same id, and the opening that the person states need not be the one that holds.
 *
 * @param openingTime null for a surprise, which trades already
 * @param detectedAt when a source showed the listing first; before the event's own time where the listing had to wait
 *     for a second source
 * @param unobservedFor for a surprise, how long no source had been observed before {@code detectedAt}; null without
 *     such a gap
 * @param confirmed false for a surprise that came among more unknown pairs than an exchange lists at once and that no
 *     second source has shown; null otherwise
 * @param announcedBy who announced the listing by hand; null where a feed shows it
 * @param reason of an announcement by hand; null where a feed shows the listing
 */
public record ListingAnnounced(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        @Nullable Instant openingTime,
        ListingSource source,
        Instant detectedAt,
        @Nullable Duration unobservedFor,
        @Nullable Boolean confirmed,
        @Nullable Actor announcedBy,
        @Nullable String reason)
        implements ListingEvent {
    public ListingAnnounced {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(detectedAt, "detectedAt");
        reason = reason == null ? null : Texts.clean(reason);
    }

    /** Creates the announcement of a feed. */
    public ListingAnnounced(
            Meta meta,
            EnvironmentId environment,
            ListingId listingId,
            Pair pair,
            @Nullable Instant openingTime,
            ListingSource source,
            Instant detectedAt,
            @Nullable Duration unobservedFor,
            @Nullable Boolean confirmed) {
        this(meta, environment, listingId, pair, openingTime, source, detectedAt, unobservedFor, confirmed, null, null);
    }

    /** Creates the announcement of a listing that was observed all the time. */
    public ListingAnnounced(
            Meta meta,
            EnvironmentId environment,
            ListingId listingId,
            Pair pair,
            @Nullable Instant openingTime,
            ListingSource source,
            Instant detectedAt) {
        this(meta, environment, listingId, pair, openingTime, source, detectedAt, null, null);
    }
}
