package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.listing.ListingRules;
import io.firstfill.scanner.listing.FeedObservation;
import io.firstfill.scanner.qualification.Qualifications;
import io.firstfill.scanner.run.Runs;
import io.firstfill.scanner.filter.Signals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All decisions about one environment, without time or I/O of its own. Not thread-safe. */
public final class Watch {
    private final ListingBook book;
    private final Qualifications qualifications;
    private final Runs runs = new Runs();
    private final Signals signals;

    public Watch(EnvironmentId environment, ListingRules rules, Duration qualificationCutoff) {
        book = new ListingBook(environment, rules);
        qualifications = new Qualifications(environment);
        signals = new Signals(environment, qualificationCutoff);
    }

    /**
     * @param events to be published in this order: a surprise's signal goes first, because an order waits for it
     * @param hinted whether the website hints at an opening it had not named before
     * @param oddity what is wrong with the answer as a whole; null when nothing is
     */
    public record Decision(
            List<ListingEvent> events,
            boolean hinted,
            @Nullable String oddity) {}

    /**
     * @param seenAt when the answer began to arrive: the moment of detection
     * @param clock a signal is told with the time at which it was decided
     */
    public Decision see(FeedObservation sighting, Instant seenAt, InstantSource clock) {
        Instant now = clock.instant();
        ListingBook.Seen seen = book.see(sighting, seenAt);
        List<ListingEvent> events = new ArrayList<>(seen.events());
        events.addAll(
                sighting instanceof FeedObservation.MarketSeen
                        ? qualifications.review(book, marketOrders(), now)
                        : qualifications.first(book, marketOrders(), now));
        List<ListingEvent> told = tell(of(events), clock.instant());
        events.addAll(told.stream().anyMatch(PacedPublisher::isUrgent) ? 0 : events.size(), told);
        return new Decision(events, seen.hinted(), seen.oddity());
    }

    /** An offer was pushed. */
    public List<ListingEvent> offered(String symbol, Instant quotedAt, Instant now) {
        List<ListingEvent> events = new ArrayList<>(book.offered(symbol, quotedAt, now));
        events.addAll(tell(of(events), now));
        return events;
    }

    public Map<Pair, Instant> awaited() {
        return book.awaited();
    }

    /** What time alone brings: open questions that have become too late. */
    public List<ListingEvent> pass(Instant now) {
        return tell(book.listings(), now);
    }

    /** A message of the past or present. What it brings about is told by {@link #pass}. */
    public void apply(Message message) {
        switch (message) {
            case StopRun stop -> runs.apply(stop);
            case RunEvent event -> runs.apply(event);
            case SymbolsSeen seen -> book.apply(seen);
            case ListingEvent event -> listing(event);
            default -> {}
        }
    }

    public void watchedUntil(Instant time) {
        book.watchedUntil(time);
    }

    /** Until when new pairs would have been noticed; null before the first answers. */
    public @Nullable Instant lookedAt() {
        return book.lookedAt();
    }

    /** What a later start has to know; empty until every source has been heard. */
    public Optional<SymbolsSeen> baseline() {
        return book.baseline();
    }

    public boolean isBaselineChanged() {
        return book.isBaselineChanged();
    }

    /** The earliest opening still ahead, around which the website is read more often; null when none is. */
    public @Nullable Instant nextOpening(Instant now) {
        return book.nextOpening(now);
    }

    /** The opening of the pair's listing; null for a surprise, and where there is none. */
    @Nullable Instant openingOf(String symbol) {
        return book.listings().stream()
                .filter(listing -> listing.pair().symbol().equals(symbol))
                .map(Listing::opening)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void listing(ListingEvent event) {
        book.apply(event);
        switch (event) {
            case ListingQualified qualified -> qualifications.apply(qualified);
            case ListingSignal signal -> signals.apply(signal);
            case ListingSkipped skipped -> signals.apply(skipped);
            case ListingAnnounced ignored -> {}
            case ListingRescheduled ignored -> {}
            case ListingWithdrawn ignored -> {}
            case TradingOpened ignored -> {}
        }
    }

    /** The rest of the book has a day's listings in it, and an order waits for this answer; {@link #pass} asks about them. */
    private List<Listing> of(List<ListingEvent> events) {
        return events.stream()
                .map(ListingEvent::pair)
                .distinct()
                .flatMap(pair -> book.listing(pair).stream())
                .toList();
    }

    private List<ListingEvent> tell(Collection<Listing> listings, Instant now) {
        return listings.stream()
                .flatMap(listing -> signals.about(listing, qualifications.of(listing.id()), runs.active(), now))
                .toList();
    }

    private boolean marketOrders() {
        return runs.active().isEmpty()
                || runs.active().stream().anyMatch(run -> run.configuration().orderStyle() == OrderStyle.MARKET);
    }
}
