package io.firstfill.scanner.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
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

    /**
     * The announcement by hand of a listing that may be known already. It follows from the command, which names the
     * person.
     */
    ListingAnnounced announced(AnnounceListing command, ListingId listing, Instant now) {
        Meta meta = answer(command, "ListingAnnounced", now);
        return new ListingAnnounced(
                meta,
                environment,
                listing,
                command.pair(),
                command.openingTime(),
                ListingSource.OPERATOR,
                meta.occurredAt(),
                null,
                null,
                command.issuedBy(),
                command.reason());
    }

    /** The id of the listing that a person announces first. */
    ListingId idOf(AnnounceListing command, int generation) {
        return ListingId.derivedFrom(environment, command.pair(), command.openingTime(), generation);
    }

    /**
     * The refusal of an announcement by hand: the exchange shows that the pair opened already, or the opening is past.
     * The id is that of no listing, so that a later announcement of the pair is not withdrawn.
     */
    ListingWithdrawn refused(AnnounceListing command, Instant now) {
        ListingId none = ListingId.derivedFrom(
                environment, command.pair(), "refused", command.meta().id());
        return new ListingWithdrawn(
                answer(command, "ListingWithdrawn", now),
                environment,
                none,
                command.pair(),
                ListingSource.EXCHANGE_INFO);
    }

    ListingEvidenceWithdrawn evidenceWithdrawn(WithdrawListing command, Awaited listing, Instant now) {
        return new ListingEvidenceWithdrawn(
                answer(command, "ListingEvidenceWithdrawn", now),
                environment,
                listing.id(),
                listing.pair(),
                ListingSource.OPERATOR,
                command.issuedBy(),
                command.reason());
    }

    private static Meta answer(Command command, String type, Instant now) {
        return command.meta().next(MessageId.derivedFrom(type, command.meta().id()), now);
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
