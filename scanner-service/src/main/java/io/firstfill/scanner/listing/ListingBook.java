package io.firstfill.scanner.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.id.MessageId;
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
 * All that is known of one environment's listings. Answers become events, events become knowledge: those just decided and
 * those read back after a restart by the same way. Not thread-safe.
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
        ListingEvents facts = new ListingEvents(environment);
        this.openings = new Openings(listings, market, facts, rules);
        this.appearances = new Appearances(listings, baseline, names, facts, rules);
    }

    /**
     * @param hinted whether the website hints at an opening it had not named before
     * @param oddity what is wrong with the answer as a whole; null when nothing is
     */
    public record Seen(
            List<ListingEvent> events,
            boolean hinted,
            @Nullable String oddity) {}

    /** What an answer changes. The book already knows the events it returns. */
    public Seen see(FeedObservation sighting, Instant now) {
        return switch (sighting) {
            case FeedObservation.CalendarSeen calendar ->
                new Seen(applied(openings.calendar(calendar.rows(), now)), false, null);
            case FeedObservation.HintsSeen seen -> hinted(seen.hints(), now);
            case FeedObservation.MarketSeen answer -> market(answer.rows(), now);
            case FeedObservation.SymbolsShown shown -> shown(shown, now);
        };
    }

    /** What a pushed offer changes. The book already knows the events it returns. */
    public List<ListingEvent> offered(String symbol, Instant quotedAt, Instant now) {
        return applied(appearances.offered(symbol, quotedAt, now));
    }

    /** Pairs not seen trading yet, with their openings. */
    public Map<Pair, Instant> awaited() {
        return listings.awaited().stream().collect(Collectors.toMap(Awaited::pair, Awaited::opening));
    }

    /** A fact of the past, or our own coming back over the topic. */
    public void apply(ListingEvent event) {
        listings.apply(event);
        boolean traded = event instanceof TradingOpened
                || (event instanceof ListingAnnounced announced && announced.openingTime() == null);
        if (traded) {
            baseline.learn(event.pair().symbol());
        }
    }

    public void apply(SymbolsSeen event) {
        baseline.restore(event.symbols(), event.seenAt());
    }

    /** This process was watching until then; a restored baseline may be older. */
    public void watchedUntil(Instant time) {
        baseline.watchedUntil(time);
    }

    /** Until when new pairs would have been noticed; null before the first answers. */
    public @Nullable Instant lookedAt() {
        return baseline.lookedAt();
    }

    public Collection<Listing> listings() {
        return listings.all();
    }

    /** The latest of the pair. */
    public Optional<Listing> listing(Pair pair) {
        return listings.of(pair);
    }

    public boolean isMarketKnown() {
        return market.isKnown();
    }

    public Optional<MarketRow> marketRow(Pair pair) {
        return market.row(pair);
    }

    /** By the last list of the symbols open to API trading. */
    public boolean isOpenToApi(Pair pair) {
        return openToApi.contains(pair.symbol());
    }

    public boolean isBaselineChanged() {
        return baseline.isChanged();
    }

    /** What a later start has to know; empty until every source has been heard. */
    public Optional<SymbolsSeen> baseline() {
        Instant lookedAt = baseline.lookedAt();
        if (lookedAt == null || !baseline.isComplete()) {
            return Optional.empty();
        }
        Meta meta = Meta.first(MessageId.derivedFrom("SymbolsSeen", environment, lookedAt), lookedAt);
        return Optional.of(new SymbolsSeen(meta, environment, baseline.written(), meta.occurredAt()));
    }

    /** The earliest opening still ahead by a listing or a hint; null when there is none. */
    public @Nullable Instant nextOpening(Instant now) {
        return Stream.concat(
                        listings.all().stream().map(Listing::opening).filter(Objects::nonNull),
                        Stream.ofNullable(hints.next(now)))
                .filter(opening -> opening.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Seen shown(FeedObservation.SymbolsShown shown, Instant now) {
        if (shown.source() == ListingSource.DEFAULT_SYMBOLS) {
            openToApi = shown.symbols();
        }
        return appeared(shown.source(), shown.symbols(), now);
    }

    private Seen hinted(List<Hint> seen, Instant now) {
        seen.forEach(names::hear);
        return new Seen(List.of(), hints.replace(seen, now), null);
    }

    private Seen market(List<MarketRow> rows, Instant now) {
        rows.forEach(names::learn);
        market.replace(rows);
        List<ListingEvent> events = new ArrayList<>(applied(openings.market(rows, now)));
        if (baseline.isFirstOf(ListingSource.EXCHANGE_INFO)) {
            learnHalted(rows, now);
        }
        Set<String> trading = rows.stream()
                .filter(MarketRow::isTrading)
                .map(MarketRow::symbol)
                .collect(Collectors.toSet());
        Seen appeared = appeared(ListingSource.EXCHANGE_INFO, trading, now);
        events.addAll(appeared.events());
        return new Seen(events, false, appeared.oddity());
    }

    /** On the very first start a pair that is closed and has no opening ahead is a halted one, not a coming one. */
    private void learnHalted(List<MarketRow> rows, Instant now) {
        rows.stream()
                .filter(row -> !row.isTrading())
                .filter(row ->
                        row.firstOpenTime() == null || row.firstOpenTime().isBefore(now))
                .filter(row -> listings.of(row.pair()).isEmpty())
                .forEach(row -> baseline.learn(row.symbol()));
    }

    private Seen appeared(ListingSource source, Set<String> symbols, Instant now) {
        List<ListingEvent> events = new ArrayList<>(applied(appearances.awaited(source, symbols, now)));
        Appearances.Surprises surprises = appearances.surprises(source, symbols, now);
        events.addAll(applied(surprises.events()));
        surprises.events().forEach(event -> markUnseen(event.pair(), surprises.blind()));
        return new Seen(
                events, false, surprises.tooMany() ? "more unknown symbols at once than an exchange lists" : null);
    }

    private void markUnseen(Pair pair, Duration blind) {
        if (listings.of(pair).orElse(null) instanceof Opened opened) {
            listings.keep(opened.unseenFor(blind));
        }
    }

    private List<ListingEvent> applied(List<ListingEvent> events) {
        events.forEach(this::apply);
        return events;
    }
}
