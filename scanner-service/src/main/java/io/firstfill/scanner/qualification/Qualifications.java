package io.firstfill.scanner.qualification;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.scanner.listing.Awaited;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.listing.Opened;
import io.firstfill.scanner.listing.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The verdict on every listing of one environment, with an event whenever a verdict changes. Not thread-safe. */
public final class Qualifications {
    /**
     * The time after its opening for which a listing is reviewed; a later halt of the pair is not about its listing.
     */
    private static final Duration REVIEWED_FOR = Duration.ofHours(1);

    /** The time after an opening for which the cached exchangeInfo may still show a trading pair as closed. */
    private static final Duration CACHE_DELAY = Duration.ofMinutes(1);

    private final EnvironmentId environment;
    private final Map<ListingId, Qualification> verdicts = new HashMap<>();
    private final Map<ListingId, Integer> changes = new HashMap<>();
    private final Set<MessageId> applied = new HashSet<>();

    public Qualifications(EnvironmentId environment) {
        this.environment = environment;
    }

    /** The verdict on the listing; {@link Qualification#UNKNOWN} before there is one. */
    public Qualification of(ListingId id) {
        return verdicts.getOrDefault(id, Qualification.UNKNOWN);
    }

    /** Applies an event once: the scanner's own event comes back over the topic. */
    public void apply(ListingQualified event) {
        if (applied.add(event.meta().id())) {
            verdicts.put(event.listingId(), new Qualification(event.verdict(), event.reasons(), event.rules()));
            changes.merge(event.listingId(), 1, Integer::sum);
        }
    }

    /** Examines every listing under review by a new answer of exchangeInfo. */
    public List<ListingEvent> review(ListingBook book, boolean marketOrders, Instant now) {
        return examined(book, listing -> isReviewed(listing, now), marketOrders, now);
    }

    /**
     * Examines the listings without a verdict by the last answers. Listings with a verdict are left alone: the last
     * answers may be older than what has just been learned of them.
     */
    public List<ListingEvent> reviewUncertain(ListingBook book, boolean marketOrders, Instant now) {
        return examined(
                book,
                listing -> of(listing.id()).verdict() == Verdict.UNCERTAIN && isReviewed(listing, now),
                marketOrders,
                now);
    }

    /** Gives no verdict before exchangeInfo has answered once. */
    private List<ListingEvent> examined(
            ListingBook book, Predicate<Listing> chosen, boolean marketOrders, Instant now) {
        return book.isMarketKnown()
                ? book.listings().stream()
                        .filter(chosen)
                        .flatMap(listing -> examine(listing, book, marketOrders, now).stream())
                        .toList()
                : List.of();
    }

    private Optional<ListingEvent> examine(Listing listing, ListingBook book, boolean marketOrders, Instant now) {
        Qualification shown = book.marketRow(listing.pair())
                .map(row -> Examination.of(row, isSettled(listing, now), marketOrders))
                .orElse(Qualification.UNKNOWN);
        boolean opened = listing instanceof Opened && book.isOpenToApi(listing.pair());
        Qualification found = opened && shown.verdict() == Verdict.UNCERTAIN ? Qualification.OPEN_TO_API : shown;
        if (found.equals(verdicts.get(listing.id()))) {
            return Optional.empty();
        }
        ListingQualified event = qualified(listing, found, now);
        apply(event);
        return Optional.of(event);
    }

    private static boolean isSettled(Listing listing, Instant now) {
        return listing instanceof Opened opened && now.isAfter(opened.seenAt().plus(CACHE_DELAY));
    }

    private static boolean isReviewed(Listing listing, Instant now) {
        return switch (listing) {
            case Awaited ignored -> true;
            case Opened opened -> now.isBefore(opened.seenAt().plus(REVIEWED_FOR));
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
