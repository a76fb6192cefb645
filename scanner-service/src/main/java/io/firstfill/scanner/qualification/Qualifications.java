package io.firstfill.scanner.qualification;

import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.value.EnvironmentId;
import io.firstfill.contract.value.ListingId;
import io.firstfill.contract.value.MessageId;
import io.firstfill.scanner.listing.Awaited;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.listing.Opened;
import io.firstfill.scanner.listing.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verdict on every listing, published whenever it changes. */
public final class Qualifications {
    /** After this a pair is an ordinary one, and its halts are not about its listing. */
    private static final Duration INTEREST = Duration.ofHours(1);

    private final EnvironmentId environment;
    private final Map<ListingId, Qualification> verdicts = new HashMap<>();
    private final Map<ListingId, Integer> changes = new HashMap<>();
    private final Set<MessageId> applied = new HashSet<>();

    public Qualifications(EnvironmentId environment) {
        this.environment = environment;
    }

    public Qualification of(ListingId id) {
        return verdicts.getOrDefault(id, Qualification.UNKNOWN);
    }

    public void apply(ListingQualified event) {
        if (applied.add(event.meta().id())) {
            verdicts.put(event.listingId(), new Qualification(event.verdict(), event.reasons(), event.rules()));
            changes.merge(event.listingId(), 1, Integer::sum);
        }
    }

    /** Looks at every listing of interest again. Says nothing before exchangeInfo has answered once. */
    public List<ListingEvent> review(ListingBook book, boolean marketOrders, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        if (book.isMarketKnown()) {
            for (Listing listing : book.listings()) {
                if (isOfInterest(listing, now)) {
                    examine(listing, book, marketOrders, now, events);
                }
            }
        }
        return events;
    }

    private void examine(
            Listing listing, ListingBook book, boolean marketOrders, Instant now, List<ListingEvent> events) {
        Qualification found = book.marketRow(listing.pair())
                .map(row -> Examination.of(row, listing instanceof Opened, marketOrders))
                .orElse(Qualification.UNKNOWN);
        if (!found.equals(verdicts.get(listing.id()))) {
            ListingQualified event = qualified(listing, found, now);
            apply(event);
            events.add(event);
        }
    }

    private static boolean isOfInterest(Listing listing, Instant now) {
        return switch (listing) {
            case Awaited ignored -> true;
            case Opened opened -> now.isBefore(opened.seenAt().plus(INTEREST));
            case Withdrawn ignored -> false;
        };
    }

    /** The number of changes is part of the id: a verdict may go back to what it was. */
    private ListingQualified qualified(Listing listing, Qualification found, Instant now) {
        int change = changes.getOrDefault(listing.id(), 0) + 1;
        MessageId id = MessageId.derivedFrom("ListingQualified", listing.id(), change, found.verdict());
        return new ListingQualified(
                listing.origin().announced().next(id, now),
                environment,
                listing.id(),
                listing.pair(),
                found.verdict(),
                found.reasons(),
                found.rules());
    }
}
