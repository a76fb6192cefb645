package io.firstfill.control.listing;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The book of the latest listing of every pair. */
@ApplicationScoped
class ListingBook implements Book {
    private final Map<Key, ListingStatus> listings = new ConcurrentHashMap<>();

    private record Key(EnvironmentId environment, Pair pair) {}

    /** Returns the listing; empty where another one of its pair was announced since. */
    Optional<ListingStatus> find(EnvironmentId environment, ListingId id) {
        return listings.values().stream()
                .filter(listing -> listing.environment().equals(environment))
                .filter(listing -> listing.listingId().equals(id))
                .findFirst();
    }

    @Override
    public void reset() {
        listings.clear();
    }

    @Override
    public void apply(Message message) {
        switch (message) {
            case ListingAnnounced event -> announced(event);
            case ListingRescheduled event -> change(event, it -> it.opening(event.openingTime()));
            case ListingEvidenceWithdrawn event -> change(event, it -> it.byHand(false));
            case ListingWithdrawn event -> change(event, ListingStatus::isWithdrawn);
            case TradingOpened event -> change(event, ListingStatus::hasOpened);
            case ListingTermsChanged event -> change(event, it -> it.changed(event));
            default -> {
                // A message of another book.
            }
        }
    }

    /** A person's announcement of a listing that is known is evidence on it: its opening stays. */
    private void announced(ListingAnnounced event) {
        boolean byHand = event.source() == ListingSource.OPERATOR;
        listings.compute(
                new Key(event.environment(), event.pair()),
                (key, known) -> known == null || !known.listingId().equals(event.listingId())
                        ? ListingStatus.of(event)
                        : known.byHand(known.announcedByHand() || byHand));
    }

    private void change(ListingEvent event, UnaryOperator<ListingStatus> change) {
        listings.computeIfPresent(
                new Key(event.environment(), event.pair()),
                (key, known) -> known.listingId().equals(event.listingId()) ? change.apply(known) : known);
    }
}
