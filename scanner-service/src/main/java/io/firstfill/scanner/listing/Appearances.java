package io.firstfill.scanner.listing;

import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns symbols shown as trading into events: the opening of an awaited listing, a surprise, or nothing. */
final class Appearances {
    private final Listings listings;
    private final Baseline baseline;
    private final SymbolNames names;
    private final ListingEvents create;
    private final ListingRules rules;
    private final Market market;
    private final Suspects suspects = new Suspects();

    Appearances(
            Listings listings,
            Baseline baseline,
            Market market,
            SymbolNames names,
            ListingEvents create,
            ListingRules rules) {
        this.market = market;
        this.listings = listings;
        this.baseline = baseline;
        this.names = names;
        this.create = create;
        this.rules = rules;
    }

    /**
     * The knowledge about an answer before its symbols are judged.
     *
     * @param gap how long the source had not been observed
     * @param suspect whether an unknown symbol has to be shown by a second source
     * @param inventing whether more symbols of the source wait than are ever learned
     */
    private record Answer(ListingSource source, Duration gap, boolean suspect, boolean inventing, Instant now) {}

    /**
     * The new pairs of one answer.
     *
     * @param events two for each pair
     * @param waiting the number of unknown symbols that wait for a second source
     * @param more whether more of them wait than before
     */
    record Surprises(List<ListingEvent> events, long waiting, boolean more) {

        /** A description of the wait; the other defect when no symbol waits. */
        @Nullable String defectOr(@Nullable String other) {
            return waiting > 0 ? waiting + " unknown symbols at once wait for a second source" : other;
        }
    }

    /**
     * The openings of surprises that the past announces and does not state, because a scanner was killed between the
     * two events. Each is the event that is missing, with the same id and time.
     */
    List<ListingEvent> unstated() {
        return listings.unstated().stream()
                .<ListingEvent>map(surprise -> create.opened(
                        surprise.origin().announced(),
                        surprise.id(),
                        surprise.pair(),
                        null,
                        surprise.origin().source(),
                        surprise.origin().announced().occurredAt()))
                .toList();
    }

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

    /**
     * Looks for symbols outside the baseline. The first answer of a source without a baseline becomes the baseline. Of
     * an answer that cannot be right, or that has more unknown symbols than an exchange lists at once, each symbol has
     * to be shown by a second source.
     *
     * @param broken whether the answer as a whole cannot be right
     */
    Surprises surprises(ListingSource source, Collection<String> symbols, boolean broken, Instant now) {
        boolean first = baseline.isFirstOf(source);
        Duration gap = baseline.unobservedFor(source, now, rules.longestPauseOf(source));
        baseline.answered(source, now);
        Map<String, Pair> unknown = unknown(symbols, now);
        if (!broken) {
            suspects.keepOnly(source, unknown.keySet());
        }
        if (first) {
            unknown.keySet().forEach(baseline::add);
            return new Surprises(List.of(), 0, false);
        }
        long waitedBefore = suspects.waiting(source);
        boolean suspect = broken || unknown.size() > rules.surpriseLimit();
        Answer answer = new Answer(source, gap, suspect, suspects.areTooMany(source), now);
        List<ListingEvent> surprises = new ArrayList<>();
        unknown.forEach((symbol, pair) -> surprises.addAll(judged(symbol, pair, answer)));
        baseline.waitingSince(suspects.earliest());
        long waiting = suspects.waiting(source);
        return new Surprises(surprises, waiting, waiting > waitedBefore);
    }

    private List<ListingEvent> judged(String symbol, Pair pair, Answer answer) {
        Suspects.Suspect before = suspects.of(symbol);
        if (before == null && answer.suspect()) {
            suspects.add(symbol, new Suspects.Suspect(answer.source(), answer.now(), answer.gap()));
            return List.of();
        }
        if (before == null) {
            return surprise(pair, new Detection(answer.source(), answer.now(), answer.gap(), true), answer.now());
        }
        boolean confirmed = before.source() != answer.source();
        boolean patient = before.since().plus(rules.confirmWithin()).isAfter(answer.now());
        if (!confirmed && (patient || answer.inventing())) {
            return List.of();
        }
        suspects.remove(symbol);
        return surprise(pair, new Detection(before.source(), before.since(), before.gap(), confirmed), answer.now());
    }

    /**
     * The pairs outside the baseline. A symbol that cannot be split yet is left out until exchangeInfo shows it; a pair
     * that opened too lately to have been gone is none of them.
     */
    private Map<String, Pair> unknown(Collection<String> symbols, Instant now) {
        Map<String, Pair> unknown = new TreeMap<>();
        for (String symbol : symbols) {
            if (!baseline.contains(symbol)) {
                names.pairOf(symbol)
                        .filter(pair -> !isAwaited(pair) && !openedLately(pair, symbol, now))
                        .ifPresent(pair -> unknown.put(symbol, pair));
            }
        }
        return unknown;
    }

    /** Returns whether the pair's opening is part of the baseline, even where the written baseline is older. */
    private boolean openedLately(Pair pair, String symbol, Instant now) {
        boolean lately = listings.of(pair).orElse(null) instanceof Opened opened
                && opened.seenAt().plus(rules.goneAfter()).isAfter(now);
        if (lately) {
            baseline.add(symbol);
        }
        return lately;
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
     * seen just now, also that of a halted pair that the answer before showed closed. When the pair may have been
     * trading for long, there is no opening to wait for: the listing is withdrawn.
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
        if (unobserved || (baseline.contains(symbol) && !market.wasClosed(listing.pair()))) {
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

    private List<ListingEvent> surprise(Pair pair, Detection detection, Instant now) {
        ListingAnnounced announced = create.surprise(pair, detection, generation(pair), now);
        ListingSource source = detection.source();
        return List.of(announced, create.opened(announced.meta(), announced.listingId(), pair, null, source, now));
    }

    /** Returns how often the pair's listing has been withdrawn or its symbol been gone: no return repeats an id. */
    private int generation(Pair pair) {
        return listings.generation(pair) + baseline.departures(pair.symbol());
    }
}
