package io.firstfill.scanner.listing;

import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.CalendarRow;
import io.firstfill.scanner.observation.MarketRow;
import io.firstfill.scanner.observation.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /**
     * Takes the rows of the calendar, which name no quote asset: a coin is expected with the configured ones, and with
     * every known one in which exchangeInfo shows the coin as not trading yet.
     *
     * @param unread what was left out of the answer; null when the answer as a whole cannot be right
     */
    List<ListingEvent> calendar(List<CalendarRow> rows, @Nullable Unread unread, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        Map<Pair, List<Instant>> stated = new LinkedHashMap<>();
        Map<Asset, Set<Asset>> shown = market.quotes(rules.quotes(), listings.statedBy(ListingSource.CALENDAR));
        for (CalendarRow row : rows) {
            Set<Asset> quotes = new LinkedHashSet<>(rules.calendarQuotes());
            quotes.addAll(shown.getOrDefault(row.base(), Set.of()));
            for (Asset quote : quotes) {
                if (!row.base().equals(quote)) {
                    stated.computeIfAbsent(new Pair(row.base(), quote), pair -> new ArrayList<>())
                            .add(row.opening());
                }
            }
        }
        stated.forEach((pair, openings) -> {
            Instant opening = chosen(ListingSource.CALENDAR, pair, openings, now);
            stated(ListingSource.CALENDAR, pair, opening, now).ifPresent(events::add);
        });
        events.addAll(dropped(ListingSource.CALENDAR, stated.keySet(), unread, now));
        return events;
    }

    /** Takes a person's command about the evidence on a listing; any other has no effect. */
    List<ListingEvent> commanded(Command command, Instant now) {
        return switch (command) {
            case AnnounceListing announced -> announced(announced, now);
            case WithdrawListing withdrawn -> withdrawn(withdrawn, now);
            default -> List.of();
        };
    }

    /**
     * Takes what a person knows. It is evidence on the pair's listing where there is one; an opening that a feed states
     * holds before the person's. Refused where the pair has opened, or the opening is past.
     */
    private List<ListingEvent> announced(AnnounceListing command, Instant now) {
        Pair pair = command.pair();
        Instant opening = command.openingTime();
        boolean fresh = !isHistory(opening, now) && !market.isTrading(pair);
        return switch (listings.of(pair).orElse(null)) {
            case Awaited awaited when !isOver(awaited, opening, now) -> evidence(command, awaited, now);
            case Opened opened
            when !isAnother(opened, ListingSource.OPERATOR, opening, now) -> List.of(create.refused(command, now));
            case null, default ->
                List.of(
                        fresh
                                ? create.announced(command, create.idOf(command, listings.generation(pair)), now)
                                : create.refused(command, now));
        };
    }

    private List<ListingEvent> evidence(AnnounceListing command, Awaited listing, Instant now) {
        ListingAnnounced announced = create.announced(command, listing.id(), now);
        Instant opening = command.openingTime();
        return listing.isMovedBy(ListingSource.OPERATOR, opening)
                ? List.of(announced, create.moved(listing, ListingSource.OPERATOR, opening, now))
                : List.of(announced);
    }

    /**
     * Takes back what a person announced; without an answer where no person has. Where no feed states the listing, its
     * withdrawal comes first: evidence that is gone says by itself nothing about the feeds, since a feed's later
     * statement of the same opening is no event.
     */
    private List<ListingEvent> withdrawn(WithdrawListing command, Instant now) {
        return listings.awaited().stream()
                .filter(listing -> listing.id().equals(command.listingId()))
                .filter(listing -> listing.isStatedBy(ListingSource.OPERATOR))
                .findFirst()
                .<List<ListingEvent>>map(listing -> listing.isStatedByFeed()
                        ? List.of(create.evidenceWithdrawn(command, listing, now))
                        : List.of(
                                create.withdrawn(listing, ListingSource.OPERATOR, now),
                                create.evidenceWithdrawn(command, listing, now)))
                .orElse(List.of());
    }

    /**
     * @param rows one for each pair
     * @param unread as for {@link #calendar}
     */
    List<ListingEvent> market(Collection<MarketRow> rows, @Nullable Unread unread, Instant now) {
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
        events.addAll(dropped(ListingSource.EXCHANGE_INFO, named, unread, now));
        return events;
    }

    private Instant chosen(ListingSource source, Pair pair, List<Instant> openings, Instant now) {
        Instant before = listings.of(pair).orElse(null) instanceof Awaited awaited
                ? awaited.stated().get(source)
                : null;
        return Statements.choose(openings, before, now, rules.pastTolerance());
    }

    private Optional<ListingEvent> stated(ListingSource source, Pair pair, Instant opening, Instant now) {
        return switch (listings.of(pair).orElse(null)) {
            case null -> announced(source, pair, opening, now);
            case Withdrawn ignored -> announced(source, pair, opening, now);
            case Opened opened ->
                isAnother(opened, source, opening, now) ? announced(source, pair, opening, now) : Optional.empty();
            case Awaited awaited ->
                isOver(awaited, opening, now)
                        ? announced(source, pair, opening, now)
                        : restated(awaited, source, opening, now);
        };
    }

    /** Returns whether the listing never opened, so long ago that an opening ahead is another one. */
    private boolean isOver(Awaited listing, Instant opening, Instant now) {
        return listing.opening().plus(SAME_OPENING).isBefore(now) && opening.isAfter(now.plus(rules.pastTolerance()));
    }

    private Optional<ListingEvent> announced(ListingSource source, Pair pair, Instant opening, Instant now) {
        return isHistory(opening, now) || market.isTrading(pair)
                ? Optional.empty()
                : Optional.of(create.announced(pair, opening, source, listings.generation(pair), now));
    }

    private boolean isHistory(Instant opening, Instant now) {
        return opening.plus(rules.pastTolerance()).isBefore(now);
    }

    /**
     * Returns whether the statement is about another opening than the one seen. A surprise that the exchange itself
     * shows closed, with an opening still ahead, was an early appearance in a list: its opening is yet to come.
     */
    private boolean isAnother(Opened opened, ListingSource source, Instant opening, Instant now) {
        boolean ahead = opening.isAfter(now.plus(rules.pastTolerance()));
        boolean shownTooEarly = source == ListingSource.EXCHANGE_INFO && opened.isSurprise();
        boolean longAgo = opened.seenAt().plus(SAME_OPENING).isBefore(now);
        return ahead && (shownTooEarly || longAgo);
    }

    private Optional<ListingEvent> restated(Awaited listing, ListingSource source, Instant opening, Instant now) {
        if (!listing.isStatedByFeed() && isHistory(opening, now)) {
            return Optional.empty();
        }
        if (listing.isMovedBy(source, opening)) {
            return Optional.of(create.moved(listing, source, opening, now));
        }
        listings.keep(listing.stating(source, opening));
        return Optional.empty();
    }

    /**
     * Counts the answers of a source without a listing, and withdraws a listing that no source states any more. A row
     * that could not be read may be the listing's, and an answer that cannot be right proves nothing.
     */
    private List<ListingEvent> dropped(ListingSource source, Set<Pair> named, @Nullable Unread unread, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        if (unread == null) {
            return events;
        }
        for (Awaited listing : listings.awaited()) {
            // After a restart the sources of a listing may be unknown: what a feed confirmed is no event.
            if ((listing.isStatedBy(source) || listing.stated().isEmpty())
                    && !named.contains(listing.pair())
                    && !unread.mayBe(listing.pair())
                    && listing.opening().isAfter(now)) {
                Awaited missing = listing.missing(source);
                Awaited left = missing.missedBy(source) < rules.withdrawAfter() ? missing : missing.droppedBy(source);
                listings.keep(left);
                if (left.stated().isEmpty()) {
                    events.add(create.withdrawn(left, source, now));
                } else if (!left.isStatedByFeed()) {
                    events.addAll(leftToPerson(left, now));
                }
            }
        }
        return events;
    }

    /** A listing that only a person states any more opens when that person says. */
    private List<ListingEvent> leftToPerson(Awaited listing, Instant now) {
        Instant opening = listing.stated().getOrDefault(ListingSource.OPERATOR, listing.opening());
        return opening.equals(listing.opening())
                ? List.of()
                : List.of(create.moved(listing, ListingSource.OPERATOR, opening, now));
    }
}
