package io.firstfill.scanner.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Duration;
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
    private final Openings openings;
    private final Appearances appearances;
    private Set<String> openToApi = Set.of();

    public ListingBook(EnvironmentId environment, ListingRules rules) {
        this.environment = environment;
        this.names = new SymbolNames(rules.quotes());
        ListingEvents create = new ListingEvents(environment);
        this.openings = new Openings(listings, market, create, rules);
        this.appearances = new Appearances(listings, baseline, names, create, rules);
    }

    /**
     * What one observation changes.
     *
     * @param events to be published in this order
     * @param hinted whether the website hints at an opening it had not named before
     * @param defect what is wrong with the answer as a whole; null when nothing is
     */
    public record Update(
            List<ListingEvent> events,
            boolean hinted,
            @Nullable String defect) {

        /** The same update with these events. */
        public Update with(List<ListingEvent> other) {
            return new Update(other, hinted, defect);
        }
    }

    /** Takes an observation. The events returned are already applied to the book. */
    public Update observe(FeedObservation observation, Instant now) {
        return switch (observation) {
            case FeedObservation.CalendarSeen calendar ->
                new Update(applied(openings.calendar(calendar.rows(), now)), false, null);
            case FeedObservation.HintsSeen seen -> hinted(seen.hints(), now);
            case FeedObservation.MarketSeen answer -> market(answer.rows(), now);
            case FeedObservation.SymbolsShown shown -> shown(shown, now);
        };
    }

    /** Takes a pushed offer. The events returned are already applied to the book. */
    public List<ListingEvent> offered(String symbol, Instant quotedAt, Instant now) {
        return applied(appearances.offered(symbol, quotedAt, now));
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
        baseline.restore(event.symbols(), event.seenAt());
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

    /** Whether exchangeInfo has answered at all. */
    public boolean isMarketKnown() {
        return market.isKnown();
    }

    /** The pair in the last answer of exchangeInfo. */
    public Optional<MarketRow> marketRow(Pair pair) {
        return market.row(pair);
    }

    /** Whether the last list of the symbols open to API trading has the pair. */
    public boolean isOpenToApi(Pair pair) {
        return openToApi.contains(pair.symbol());
    }

    /** Whether the baseline differs from the one last written. */
    public boolean isBaselineChanged() {
        return baseline.isChanged();
    }

    /** The baseline for a later start, which counts as written; empty until every source has answered. */
    public Optional<SymbolsSeen> baseline() {
        Instant observedUntil = baseline.observedUntil();
        if (observedUntil == null || !baseline.isComplete()) {
            return Optional.empty();
        }
        Meta meta = Meta.first(MessageId.derivedFrom("SymbolsSeen", environment, observedUntil), observedUntil);
        return Optional.of(new SymbolsSeen(meta, environment, baseline.write(), meta.occurredAt()));
    }

    /** The opening of the symbol's listing; null for a surprise, and where there is no listing. */
    public @Nullable Instant openingOf(String symbol) {
        return listings.all().stream()
                .filter(listing -> listing.pair().symbol().equals(symbol))
                .map(Listing::opening)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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

    private Update shown(FeedObservation.SymbolsShown shown, Instant now) {
        if (shown.source() == ListingSource.DEFAULT_SYMBOLS) {
            openToApi = shown.symbols();
        }
        return appeared(shown.source(), shown.symbols(), now);
    }

    private Update hinted(List<Hint> seen, Instant now) {
        seen.forEach(names::add);
        return new Update(List.of(), hints.replace(seen, now), null);
    }

    private Update market(List<MarketRow> rows, Instant now) {
        rows.forEach(names::add);
        market.replace(rows);
        List<ListingEvent> events = new ArrayList<>(applied(openings.market(rows, now)));
        if (baseline.isFirstOf(ListingSource.EXCHANGE_INFO)) {
            addHalted(rows, now);
        }
        Set<String> trading = rows.stream()
                .filter(MarketRow::isTrading)
                .map(MarketRow::symbol)
                .collect(Collectors.toSet());
        Update appeared = appeared(ListingSource.EXCHANGE_INFO, trading, now);
        events.addAll(appeared.events());
        return new Update(events, false, appeared.defect());
    }

    /**
     * Adds the halted pairs: on the very first start a closed pair with no opening ahead is halted, not about to open.
     */
    private void addHalted(List<MarketRow> rows, Instant now) {
        rows.stream()
                .filter(row -> !row.isTrading())
                .filter(row ->
                        row.firstOpenTime() == null || row.firstOpenTime().isBefore(now))
                .filter(row -> listings.of(row.pair()).isEmpty())
                .forEach(row -> baseline.add(row.symbol()));
    }

    private Update appeared(ListingSource source, Set<String> symbols, Instant now) {
        List<ListingEvent> events = new ArrayList<>(applied(appearances.awaited(source, symbols, now)));
        Appearances.Surprises surprises = appearances.surprises(source, symbols, now);
        events.addAll(applied(surprises.events()));
        surprises.events().forEach(event -> markUnobserved(event.pair(), surprises.unobservedFor()));
        return new Update(
                events, false, surprises.tooMany() ? "more unknown symbols at once than an exchange lists" : null);
    }

    private void markUnobserved(Pair pair, Duration gap) {
        if (listings.of(pair).orElse(null) instanceof Opened opened) {
            listings.keep(opened.unobservedFor(gap));
        }
    }

    private List<ListingEvent> applied(List<ListingEvent> events) {
        events.forEach(this::apply);
        return events;
    }
}
