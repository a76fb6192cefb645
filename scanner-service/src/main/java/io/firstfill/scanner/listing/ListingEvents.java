package io.firstfill.scanner.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Creates the events about the listings of one environment. Ids are derived, so that two scanners, or a scanner before
 * and after a restart, give the same event the same id.
 */
final class ListingEvents {
    private final EnvironmentId environment;

    ListingEvents(EnvironmentId environment) {
        this.environment = environment;
    }

    /** @param generation how often a listing of this pair has been withdrawn before */
    ListingAnnounced announced(
            Pair pair, @Nullable Instant opening, ListingSource source, int generation, Instant now) {
        ListingId id = ListingId.derivedFrom(environment, pair, opening == null ? "surprise" : opening, generation);
        Meta meta = Meta.first(MessageId.derivedFrom("ListingAnnounced", id), now);
        return new ListingAnnounced(meta, environment, id, pair, opening, source, meta.occurredAt());
    }

    /** The event carries how the pair was detected, so that a later process decides about it as this one. */
    ListingAnnounced surprise(Pair pair, Detection detection, int generation, Instant now) {
        ListingAnnounced event = announced(pair, null, detection.source(), generation, now);
        return new ListingAnnounced(
                event.meta(),
                environment,
                event.listingId(),
                pair,
                null,
                detection.source(),
                detection.at(),
                detection.unobservedFor().isZero() ? null : detection.unobservedFor(),
                detection.confirmed() ? null : Boolean.FALSE);
    }

    /** The number of moves is part of the id: an opening may move back to where it was. */
    ListingRescheduled moved(Awaited listing, ListingSource source, Instant to, Instant now) {
        MessageId id = MessageId.derivedFrom("ListingRescheduled", listing.id(), listing.moves() + 1, to);
        return new ListingRescheduled(
                listing.origin().announced().next(id, now),
                environment,
                listing.id(),
                listing.pair(),
                listing.opening(),
                to,
                source);
    }

    ListingWithdrawn withdrawn(Awaited listing, ListingSource source, Instant now) {
        MessageId id = MessageId.derivedFrom("ListingWithdrawn", listing.id());
        return new ListingWithdrawn(
                listing.origin().announced().next(id, now), environment, listing.id(), listing.pair(), source);
    }

    TradingOpened opened(
            Meta announced, ListingId id, Pair pair, @Nullable Instant opening, ListingSource source, Instant now) {
        Meta meta = announced.next(MessageId.derivedFrom("TradingOpened", id), now);
        return new TradingOpened(meta, environment, id, pair, source, opening, meta.occurredAt());
    }
}
