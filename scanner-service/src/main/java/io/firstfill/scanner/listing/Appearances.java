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

/** What symbols shown as trading mean: evidence for an awaited listing, a surprise, or nothing new. */
final class Appearances {
    private final Listings listings;
    private final Baseline baseline;
    private final SymbolNames names;
    private final ListingEvents facts;
    private final ListingRules rules;

    Appearances(Listings listings, Baseline baseline, SymbolNames names, ListingEvents facts, ListingRules rules) {
        this.listings = listings;
        this.baseline = baseline;
        this.names = names;
        this.facts = facts;
        this.rules = rules;
    }

    /** @param blind how long the source had not been watched before this answer */
    record Surprises(List<ListingEvent> events, Duration blind, boolean tooMany) {}

    /** Awaited listings among the symbols. Comes before {@link #surprises}. */
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
     * An offer to sell an awaited pair. Before the opening it proves nothing, neither then nor later: asks may stand in
     * a book that is still closed.
     */
    List<ListingEvent> offered(String symbol, Instant quotedAt, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        for (Awaited listing : listings.awaited()) {
            boolean worthless = listing.shownEarly().contains(ListingSource.BOOK_TICKER);
            if (listing.pair().symbol().equals(symbol) && !worthless) {
                if (quotedAt.isBefore(listing.opening())) {
                    listings.keep(listing.shownEarlyBy(ListingSource.BOOK_TICKER));
                } else {
                    events.add(opened(listing, ListingSource.BOOK_TICKER, now));
                }
            }
        }
        return events;
    }

    Surprises surprises(ListingSource source, Collection<String> symbols, Instant now) {
        boolean first = baseline.isFirstOf(source);
        Duration blind = baseline.unseenFor(source, now, rules.rhythmOf(source));
        baseline.looked(source, now);
        Map<String, Pair> unknown = unknown(symbols);
        boolean tooMany = unknown.size() > rules.surpriseLimit() && blind.isZero();
        if (first || tooMany) {
            unknown.keySet().forEach(baseline::learn);
            return new Surprises(List.of(), blind, tooMany && !first);
        }
        List<ListingEvent> events = new ArrayList<>();
        unknown.values().forEach(pair -> events.addAll(surprise(pair, source, now)));
        return new Surprises(events, blind, false);
    }

    /** A symbol that cannot be split yet stays unknown until exchangeInfo shows it. */
    private Map<String, Pair> unknown(Collection<String> symbols) {
        Map<String, Pair> unknown = new HashMap<>();
        for (String symbol : symbols) {
            if (!baseline.knows(symbol)) {
                names.pairOf(symbol).filter(pair -> !isAwaited(pair)).ifPresent(pair -> unknown.put(symbol, pair));
            }
        }
        return unknown;
    }

    private boolean isAwaited(Pair pair) {
        return listings.of(pair).filter(Awaited.class::isInstance).isPresent();
    }

    /** The lists say nothing of being open: a pair shown before its time is only an early appearance. */
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
     * exchangeInfo says that it trades. Before its time that is an early opening, seen just now; or, when it may have
     * been trading for long, no opening to wait for at all.
     */
    private List<ListingEvent> trading(Awaited listing, Instant now) {
        ListingSource source = ListingSource.EXCHANGE_INFO;
        if (listing.isDue(now, rules.openingTolerance())) {
            return List.of(opened(listing, source, now));
        }
        String symbol = listing.pair().symbol();
        boolean unwatched = baseline.isFirstOf(source)
                || !baseline.unseenFor(source, now, rules.rhythmOf(source)).isZero();
        if (baseline.knows(symbol) || unwatched) {
            baseline.learn(symbol);
            return List.of(facts.withdrawn(listing, source, now));
        }
        return List.of(
                facts.moved(listing, source, now, now),
                facts.opened(listing.origin().announced(), listing.id(), listing.pair(), now, source, now));
    }

    private ListingEvent opened(Awaited listing, ListingSource source, Instant now) {
        return facts.opened(listing.origin().announced(), listing.id(), listing.pair(), listing.opening(), source, now);
    }

    private List<ListingEvent> surprise(Pair pair, ListingSource source, Instant now) {
        ListingAnnounced announced = facts.announced(pair, null, source, listings.generation(pair), now);
        return List.of(announced, facts.opened(announced.meta(), announced.listingId(), pair, null, source, now));
    }
}
