package io.firstfill.scanner.listing;

import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the openings that calendar and exchangeInfo state into events: announced, moved, withdrawn. */
final class Openings {
    /** A row for a pair that opened within this time states that same opening, however its times are rounded. */
    private static final Duration SAME_OPENING = Duration.ofDays(1);

    private final Listings listings;
    private final Market market;
    private final ListingEvents create;
    private final ListingRules rules;

    Openings(Listings listings, Market market, ListingEvents create, ListingRules rules) {
        this.listings = listings;
        this.market = market;
        this.create = create;
        this.rules = rules;
    }

    List<ListingEvent> calendar(List<CalendarRow> rows, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        Set<Pair> named = new HashSet<>();
        for (CalendarRow row : rows) {
            for (Asset quote : rules.calendarQuotes()) {
                Pair pair = new Pair(row.base(), quote);
                if (!row.base().equals(quote) && named.add(pair)) {
                    stated(ListingSource.CALENDAR, pair, row.opening(), now).ifPresent(events::add);
                }
            }
        }
        events.addAll(dropped(ListingSource.CALENDAR, named, now));
        return events;
    }

    List<ListingEvent> market(List<MarketRow> rows, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        Set<Pair> named = new HashSet<>();
        for (MarketRow row : rows) {
            Instant opening = row.firstOpenTime();
            if (row.isTrading()) {
                named.add(row.pair());
            } else if (opening != null) {
                named.add(row.pair());
                stated(ListingSource.EXCHANGE_INFO, row.pair(), opening, now).ifPresent(events::add);
            }
        }
        events.addAll(dropped(ListingSource.EXCHANGE_INFO, named, now));
        return events;
    }

    private Optional<ListingEvent> stated(ListingSource source, Pair pair, Instant opening, Instant now) {
        return switch (listings.of(pair).orElse(null)) {
            case null -> announced(source, pair, opening, now);
            case Withdrawn ignored -> announced(source, pair, opening, now);
            case Opened opened ->
                isAnother(opened, source, opening, now) ? announced(source, pair, opening, now) : Optional.empty();
            case Awaited awaited -> restated(awaited, source, opening, now);
        };
    }

    private Optional<ListingEvent> announced(ListingSource source, Pair pair, Instant opening, Instant now) {
        boolean history = opening.plus(rules.pastTolerance()).isBefore(now);
        return history || market.isTrading(pair)
                ? Optional.empty()
                : Optional.of(create.announced(pair, opening, source, listings.generation(pair), now));
    }

    /**
     * Whether the statement is about another opening than the one seen. A surprise that the exchange itself shows
     * closed, with an opening still ahead, was an early appearance in a list: its opening is yet to come.
     */
    private boolean isAnother(Opened opened, ListingSource source, Instant opening, Instant now) {
        boolean ahead = opening.isAfter(now.plus(rules.pastTolerance()));
        boolean shownTooEarly = source == ListingSource.EXCHANGE_INFO && opened.isSurprise();
        boolean longAgo = opened.seenAt().plus(SAME_OPENING).isBefore(now);
        return ahead && (shownTooEarly || longAgo);
    }

    private Optional<ListingEvent> restated(Awaited listing, ListingSource source, Instant opening, Instant now) {
        if (listing.isMovedBy(source, opening)) {
            return Optional.of(create.moved(listing, source, opening, now));
        }
        listings.keep(listing.stating(source, opening));
        return Optional.empty();
    }

    /** Counts the answers of a source without a listing, and withdraws a listing that no source states any more. */
    private List<ListingEvent> dropped(ListingSource source, Set<Pair> named, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        for (Awaited listing : listings.awaited()) {
            if (listing.isStatedBy(source)
                    && !named.contains(listing.pair())
                    && listing.opening().isAfter(now)) {
                Awaited missing = listing.missing(source);
                Awaited left = missing.missedBy(source) < rules.withdrawAfter() ? missing : missing.droppedBy(source);
                listings.keep(left);
                if (left.stated().isEmpty()) {
                    events.add(create.withdrawn(left, source, now));
                }
            }
        }
        return events;
    }
}
