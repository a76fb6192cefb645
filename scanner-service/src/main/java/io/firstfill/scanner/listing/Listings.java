package io.firstfill.scanner.listing;

import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The latest listing of every pair, built from events: from those just decided and from replayed ones in the same way.
 */
final class Listings {
    private final Map<Pair, Listing> latest = new LinkedHashMap<>();
    private final Map<Pair, Integer> withdrawals = new HashMap<>();
    private final Set<MessageId> applied = new HashSet<>();
    /** Pairs whose surprise has been announced, until its opening is stated too. */
    private final Set<Pair> unstated = new LinkedHashSet<>();

    Collection<Listing> all() {
        return latest.values();
    }

    List<Awaited> awaited() {
        return latest.values().stream()
                .filter(Awaited.class::isInstance)
                .map(Awaited.class::cast)
                .toList();
    }

    /** The awaited pairs that the source states. */
    Stream<Pair> statedBy(ListingSource source) {
        return awaited().stream().filter(listing -> listing.isStatedBy(source)).map(Awaited::pair);
    }

    Optional<Listing> of(Pair pair) {
        return Optional.ofNullable(latest.get(pair));
    }

    /** The opening of the symbol's listing; null for a surprise, and where there is no listing. */
    @Nullable Instant openingOf(String symbol) {
        return latest.values().stream()
                .filter(listing -> listing.pair().symbol().equals(symbol))
                .map(Listing::opening)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Returns how often a listing of this pair has been withdrawn. */
    int generation(Pair pair) {
        return withdrawals.getOrDefault(pair, 0);
    }

    /** Keeps what no event carries: second statements, missed answers, early appearances. */
    void keep(Listing listing) {
        latest.put(listing.pair(), listing);
    }

    /** The surprises that were announced and whose opening no event has stated. */
    List<Opened> unstated() {
        return unstated.stream()
                .map(latest::get)
                .filter(Opened.class::isInstance)
                .map(Opened.class::cast)
                .toList();
    }

    /**
     * Applies an event once: the scanner's own event comes back over the topic, and a second scanner publishes it too.
     */
    void apply(ListingEvent event) {
        if (!applied.add(event.meta().id())) {
            return;
        }
        switch (event) {
            case ListingAnnounced announced -> announce(announced);
            case ListingRescheduled moved ->
                awaited(moved).ifPresent(listing -> keep(listing.moved(moved.source(), moved.openingTime())));
            case ListingWithdrawn withdrawn -> awaited(withdrawn).ifPresent(listing -> withdraw(listing));
            case ListingEvidenceWithdrawn gone ->
                awaited(gone).ifPresent(listing -> keep(listing.droppedBy(gone.source())));
            case TradingOpened opened -> {
                unstated.remove(opened.pair());
                same(opened).ifPresent(listing -> open(listing, opened));
            }
            case ListingQualified ignored -> {}
            case ListingSignal ignored -> {}
            case ListingSkipped ignored -> {}
            case ListingTermsChanged ignored -> {}
        }
    }

    /** A listing that is known already is announced by a person only: that is another statement about it. */
    private void announce(ListingAnnounced event) {
        Listing known = same(event).orElse(null);
        Instant stated = event.openingTime();
        if (known != null && stated != null) {
            if (known instanceof Awaited awaited) {
                keep(awaited.stating(event.source(), stated));
            }
            return;
        }
        Listing.Origin origin =
                new Listing.Origin(event.listingId(), event.pair(), event.source(), event.detectedAt(), event.meta());
        Instant opening = event.openingTime();
        if (opening == null) {
            unstated.add(event.pair());
            keep(Opened.surprise(origin, Detection.of(event)));
        } else {
            unstated.remove(event.pair());
            keep(Awaited.announced(origin, opening));
        }
    }

    private void withdraw(Awaited listing) {
        withdrawals.merge(listing.pair(), 1, Integer::sum);
        keep(listing.withdrawn());
    }

    private void open(Listing listing, TradingOpened event) {
        switch (listing) {
            case Awaited awaited -> keep(awaited.opened(event.seenAt()));
            case Opened opened -> keep(opened.seenAt(event.seenAt()));
            case Withdrawn ignored -> {}
        }
    }

    private Optional<Awaited> awaited(ListingEvent event) {
        return same(event).filter(Awaited.class::isInstance).map(Awaited.class::cast);
    }

    private Optional<Listing> same(ListingEvent event) {
        return of(event.pair()).filter(listing -> listing.id().equals(event.listingId()));
    }
}
