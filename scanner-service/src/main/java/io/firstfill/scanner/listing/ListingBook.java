package io.firstfill.scanner.listing;

import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Hint;
import io.firstfill.scanner.observation.MarketRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one environment's listings. Observations become events, and events become knowledge: those just
 * decided and those replayed after a restart in the same way. Not thread-safe: {@code EnvironmentScanner} confines one
 * book to its monitor.
 */
public final class ListingBook {
    private final EnvironmentId environment;
    private final Listings listings = new Listings();
    private final Market market = new Market();
    private final Baseline baseline = new Baseline();
    private final Hints hints = new Hints();
    private final SymbolNames names;
    private final ListingRules rules;
    private final ListSizes sizes;
    private final Openings openings;
    private final Appearances appearances;

    public ListingBook(EnvironmentId environment, ListingRules rules) {
        this.environment = environment;
        this.names = new SymbolNames(rules.quotes());
        ListingEvents create = new ListingEvents(environment);
        this.rules = rules;
        this.sizes = new ListSizes(rules.goneAfter());
        this.openings = new Openings(listings, market, create, rules);
        this.appearances = new Appearances(listings, baseline, market, names, create, rules);
    }

    /**
     * The changes by one observation.
     *
     * @param events to be published in this order
     * @param hinted whether the website hints at an opening it had not named before
     * @param waiting whether symbols of the answer wait for a second source
     * @param defect what is wrong with the answer as a whole; null when nothing is
     */
    public record Update(
            List<ListingEvent> events,
            boolean hinted,
            boolean waiting,
            @Nullable String defect) {

        /** The same update with these events. */
        public Update with(List<ListingEvent> other) {
            return new Update(other, hinted, waiting, defect);
        }
    }

    /** Takes an observation. The events returned are already applied to the book. */
    public Update observe(FeedObservation observation, Instant now) {
        return switch (observation) {
            case FeedObservation.CalendarSeen calendar -> calendar(calendar, now);
            case FeedObservation.HintsSeen seen -> hinted(seen.hints(), now);
            case FeedObservation.MarketSeen answer -> market(answer, now);
            case FeedObservation.SymbolsShown shown -> shown(shown, now);
        };
    }

    /** Takes a pushed offer. The events returned are already applied to the book. */
    public List<ListingEvent> offered(String symbol, Instant quotedAt, Instant now) {
        return applied(appearances.offered(symbol, quotedAt, now));
    }

    /** Takes a person's command. The events returned are already applied to the book. */
    public List<ListingEvent> commanded(Command command, Instant now) {
        return applied(openings.commanded(command, now));
    }

    /** Completes openings of the past. The events returned are already applied to the book. */
    public List<ListingEvent> unstated() {
        return applied(appearances.unstated());
    }

    /** Applies an event of the past, or the scanner's own event that comes back over the topic. */
    public void apply(ListingEvent event) {
        listings.apply(event);
        boolean traded = event instanceof TradingOpened
                || (event instanceof ListingAnnounced announced && announced.openingTime() == null);
        if (traded) {
            baseline.add(event.pair().symbol());
        }
    }

    /** Adds the symbols that a scanner has written before. */
    public void apply(SymbolsSeen event) {
        Map<String, Integer> gone = event.departures();
        baseline.restore(event.symbols(), gone == null ? Map.of() : gone, event.seenAt());
    }

    /** Records that this process was observing until this time; a restored baseline may be older. */
    public void observedUntil(Instant time) {
        baseline.observedUntil(time);
    }

    /** Until when new pairs would have been noticed; null before the first answers. */
    public @Nullable Instant observedUntil() {
        return baseline.observedUntil();
    }

    /** The latest listing of every pair. */
    public Collection<Listing> listings() {
        return listings.all();
    }

    /** The latest listing of the pair. */
    public Optional<Listing> listing(Pair pair) {
        return listings.of(pair);
    }

    /** Pairs not seen trading yet, with their openings. */
    public Map<Pair, Instant> awaited() {
        return listings.awaited().stream().collect(Collectors.toMap(Awaited::pair, Awaited::opening));
    }

    /** Returns whether exchangeInfo has answered at all. */
    public boolean isMarketKnown() {
        return market.isKnown();
    }

    /** The pair in the last answer of exchangeInfo. */
    public Optional<MarketRow> marketRow(Pair pair) {
        return market.row(pair);
    }

    /** Returns whether the last list of the symbols open to API trading has the pair. */
    public boolean isOpenToApi(Pair pair) {
        return market.isOpenToApi(pair);
    }

    /** Returns whether the baseline differs from the one last written. */
    public boolean isBaselineChanged() {
        return baseline.isChanged();
    }

    /** The baseline for a later start, which counts as written; empty until every source has answered. */
    public Optional<SymbolsSeen> baseline() {
        return baseline.write(environment);
    }

    /** The opening of the symbol's listing; null for a surprise, and where there is no listing. */
    public @Nullable Instant openingOf(String symbol) {
        return listings.openingOf(symbol);
    }

    /** The earliest opening still ahead, of a listing or a hint; null when none is. */
    public @Nullable Instant nextOpening(Instant now) {
        return Stream.concat(
                        listings.all().stream().map(Listing::opening).filter(Objects::nonNull),
                        Stream.ofNullable(hints.next(now)))
                .filter(opening -> opening.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Update calendar(FeedObservation.CalendarSeen seen, Instant now) {
        boolean broken = sizes.isBroken(seen, seen.rows().size(), now);
        if (!broken) {
            sizes.keep(seen, seen.rows().size(), now);
        }
        List<ListingEvent> events = applied(openings.calendar(seen.rows(), broken ? null : seen.unread(), now));
        return new Update(
                events, false, false, broken ? sizes.defect(seen, seen.rows().size()) : null);
    }

    private Update shown(FeedObservation.SymbolsShown shown, Instant now) {
        boolean broken = sizes.isBroken(shown, shown.symbols().size(), now);
        if (!broken) {
            baseline.shown(shown.source(), shown.unread().and(shown.symbols()));
        }
        if (shown.source() == ListingSource.DEFAULT_SYMBOLS) {
            market.replaceOpenToApi(shown.symbols(), !broken);
        }
        return appeared(shown, shown.symbols(), shown.symbols().size(), broken, now);
    }

    private Update hinted(List<Hint> seen, Instant now) {
        seen.forEach(names::add);
        return new Update(List.of(), hints.replace(seen, now), false, null);
    }

    private Update market(FeedObservation.MarketSeen answer, Instant now) {
        Collection<MarketRow> rows = Statements.onePerPair(answer.rows(), now);
        rows.forEach(names::add);
        boolean broken = sizes.isBroken(answer, rows.size(), now);
        market.replace(rows, !broken);
        List<ListingEvent> events =
                new ArrayList<>(applied(openings.market(rows, broken ? null : answer.unread(), now)));
        if (baseline.isFirstOf(ListingSource.EXCHANGE_INFO)) {
            baseline.addHalted(rows, listings, now);
        }
        if (!broken) {
            baseline.shown(answer.source(), answer.unread().and(rows.stream().map(MarketRow::symbol)));
            baseline.forget(rules.goneAfter(), now);
        }
        Set<String> trading = rows.stream()
                .filter(MarketRow::isTrading)
                .map(MarketRow::symbol)
                .collect(Collectors.toSet());
        Update appeared = appeared(answer, trading, rows.size(), broken, now);
        events.addAll(appeared.events());
        return appeared.with(events);
    }

    /** @param read the number of rows of the answer, of which the symbols may be a part */
    private Update appeared(FeedObservation observation, Set<String> symbols, int read, boolean broken, Instant now) {
        List<ListingEvent> events = new ArrayList<>(applied(appearances.awaited(observation.source(), symbols, now)));
        Appearances.Surprises surprises = appearances.surprises(observation.source(), symbols, broken, now);
        events.addAll(applied(surprises.events()));
        if (!broken) {
            sizes.keep(observation, read - surprises.waiting(), now);
        }
        String shrunk = broken ? sizes.defect(observation, read) : null;
        return new Update(events, surprises.more(), surprises.waiting() > 0, surprises.defectOr(shrunk));
    }

    private List<ListingEvent> applied(List<ListingEvent> events) {
        events.forEach(this::apply);
        return events;
    }
}
