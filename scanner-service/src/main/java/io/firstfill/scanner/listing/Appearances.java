package io.firstfill.scanner.listing;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns symbols shown as trading into events: the opening of an awaited listing, a surprise, or nothing. */
final class Appearances {
    private final Listings listings;
    private final Baseline baseline;
    private final SymbolNames names;
    private final ListingEvents create;
    private final ListingRules rules;

    Appearances(Listings listings, Baseline baseline, SymbolNames names, ListingEvents create, ListingRules rules) {
        this.listings = listings;
        this.baseline = baseline;
        this.names = names;
        this.create = create;
        this.rules = rules;
    }

    /**
     * The new pairs of one answer.
     *
     * @param unobservedFor how long the source had not been observed before this answer
     * @param tooMany whether the answer had more unknown symbols than an exchange lists at once
     */
    record Surprises(List<ListingEvent> events, Duration unobservedFor, boolean tooMany) {}

    /** Looks for awaited listings among the symbols. To be called before {@link #surprises}. */
    List<ListingEvent> awaited(ListingSource source, Collection<String> symbols, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        for (Awaited listing : listings.awaited()) {
            if (symbols.contains(listing.pair().symbol())) {
                events.addAll(
                        source == ListingSource.EXCHANGE_INFO ? trading(listing, now) : shown(listing, source, now));
            }
        }
        return events;
    }

    /**
     * Takes a pushed offer to sell an awaited pair. An offer before the opening proves nothing, and makes later offers
     * prove nothing either: asks may stand in a book that is still closed.
     */
    List<ListingEvent> offered(String symbol, Instant quotedAt, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        for (Awaited listing : listings.awaited()) {
            boolean provesNothing = listing.shownEarly().contains(ListingSource.BOOK_TICKER);
            if (listing.pair().symbol().equals(symbol) && !provesNothing) {
                if (quotedAt.isBefore(listing.opening())) {
                    listings.keep(listing.shownEarlyBy(ListingSource.BOOK_TICKER));
                } else {
                    events.add(opened(listing, ListingSource.BOOK_TICKER, now));
                }
            }
        }
        return events;
    }

    /** Looks for symbols outside the baseline. The first answer of a source without a baseline becomes the baseline. */
    Surprises surprises(ListingSource source, Collection<String> symbols, Instant now) {
        boolean first = baseline.isFirstOf(source);
        Duration unobservedFor = baseline.unobservedFor(source, now, rules.longestPauseOf(source));
        baseline.answered(source, now);
        Map<String, Pair> unknown = unknown(symbols);
        boolean tooMany = unknown.size() > rules.surpriseLimit() && unobservedFor.isZero();
        if (first || tooMany) {
            unknown.keySet().forEach(baseline::add);
            return new Surprises(List.of(), unobservedFor, tooMany && !first);
        }
        List<ListingEvent> events = new ArrayList<>();
        unknown.values().forEach(pair -> events.addAll(surprise(pair, source, now)));
        return new Surprises(events, unobservedFor, false);
    }

    /** The pairs outside the baseline. A symbol that cannot be split yet is left out until exchangeInfo shows it. */
    private Map<String, Pair> unknown(Collection<String> symbols) {
        Map<String, Pair> unknown = new HashMap<>();
        for (String symbol : symbols) {
            if (!baseline.contains(symbol)) {
                names.pairOf(symbol).filter(pair -> !isAwaited(pair)).ifPresent(pair -> unknown.put(symbol, pair));
            }
        }
        return unknown;
    }

    private boolean isAwaited(Pair pair) {
        return listings.of(pair).filter(Awaited.class::isInstance).isPresent();
    }

    /** A list does not state that a pair is open: a pair shown before its time is only an early appearance. */
    private List<ListingEvent> shown(Awaited listing, ListingSource source, Instant now) {
        if (listing.shownEarly().contains(source)) {
            return List.of();
        }
        if (listing.isDue(now, rules.openingTolerance())) {
            return List.of(opened(listing, source, now));
        }
        listings.keep(listing.shownEarlyBy(source));
        return List.of();
    }

    /**
     * Takes a statement of exchangeInfo that the listing trades. Before the listing's time that is an early opening,
     * seen just now. When the pair may have been trading for long, there is no opening to wait for: the listing is
     * withdrawn.
     */
    private List<ListingEvent> trading(Awaited listing, Instant now) {
        ListingSource source = ListingSource.EXCHANGE_INFO;
        if (listing.isDue(now, rules.openingTolerance())) {
            return List.of(opened(listing, source, now));
        }
        String symbol = listing.pair().symbol();
        boolean unobserved = baseline.isFirstOf(source)
                || !baseline.unobservedFor(source, now, rules.longestPauseOf(source))
                        .isZero();
        if (baseline.contains(symbol) || unobserved) {
            baseline.add(symbol);
            return List.of(create.withdrawn(listing, source, now));
        }
        return List.of(
                create.moved(listing, source, now, now),
                create.opened(listing.origin().announced(), listing.id(), listing.pair(), now, source, now));
    }

    private ListingEvent opened(Awaited listing, ListingSource source, Instant now) {
        return create.opened(
                listing.origin().announced(), listing.id(), listing.pair(), listing.opening(), source, now);
    }

    private List<ListingEvent> surprise(Pair pair, ListingSource source, Instant now) {
        ListingAnnounced announced = create.announced(pair, null, source, listings.generation(pair), now);
        return List.of(announced, create.opened(announced.meta(), announced.listingId(), pair, null, source, now));
    }
}
