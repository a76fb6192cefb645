package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Polling;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.scanner.filter.OperatorTerms;
import io.firstfill.scanner.filter.Signals;
import io.firstfill.scanner.listing.Listing;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.qualification.Qualifications;
import io.firstfill.scanner.run.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Makes all decisions about one environment: which listings there are, by the book, and what the runs do about them.
 * Has no clock of its own and does no I/O. Not thread-safe: {@code EnvironmentScanner} confines a watch and its book to
 * its monitor.
 */
final class Watch {
    private final ListingBook book;
    private final Qualifications qualifications;
    private final Runs runs = new Runs();
    private final OperatorTerms terms;
    private final ListingCommands commands = new ListingCommands();
    private final Signals signals;

    /** @param book takes all observations and events through this watch; its owner reads it and writes its baseline */
    Watch(EnvironmentId environment, ListingBook book, Duration qualificationCutoff) {
        this.book = book;
        qualifications = new Qualifications(environment);
        terms = new OperatorTerms(environment);
        signals = new Signals(environment, terms, qualificationCutoff);
    }

    /**
     * Takes an observation. A surprise's signal comes first among the events, because an order waits for it.
     *
     * @param seenAt when the answer began to arrive: the moment of detection
     * @param clock read again for the signal, which carries the time at which it was decided
     */
    ListingBook.Update observe(FeedObservation observation, Instant seenAt, InstantSource clock) {
        Instant now = clock.instant();
        ListingBook.Update update = book.observe(observation, seenAt);
        List<ListingEvent> events = new ArrayList<>(update.events());
        events.addAll(
                observation instanceof FeedObservation.MarketSeen
                        ? qualifications.review(book, marketOrders(), now)
                        : qualifications.reviewUncertain(book, marketOrders(), now));
        List<ListingEvent> decided = decide(listingsOf(events), clock.instant());
        events.addAll(decided.stream().anyMatch(PacedPublisher::isUrgent) ? 0 : events.size(), decided);
        return update.with(events);
    }

    /** Takes a pushed offer to sell. */
    List<ListingEvent> offered(String symbol, Instant quotedAt, Instant now) {
        List<ListingEvent> events = new ArrayList<>(book.offered(symbol, quotedAt, now));
        events.addAll(decide(listingsOf(events), now));
        return events;
    }

    /**
     * Decides what the passing of time alone decides: open questions for which it has become too late. After a replay
     * it also completes what an earlier process has begun to state, and answers the commands that no process has.
     */
    List<ListingEvent> timePassed(Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        commands.take().forEach(command -> events.addAll(commanded(command, now)));
        events.addAll(book.unstated());
        events.addAll(decide(book.listings(), now));
        return events;
    }

    private List<ListingEvent> commanded(Command command, Instant now) {
        return command instanceof ChangeListingTerms change
                ? terms.commanded(change, book.listings(), now).stream()
                        .peek(this::applyListing)
                        .toList()
                : book.commanded(command, now);
    }

    /** Applies a message, replayed or live. The decisions that follow from it are made by {@link #timePassed}. */
    void apply(Message message) {
        switch (message) {
            case StopRun stop -> runs.apply(stop);
            case Command command -> commands.add(command);
            case RunEvent event -> applyRun(event);
            case SymbolsSeen seen -> book.apply(seen);
            case ListingEvent event -> applyListing(event);
            default -> {}
        }
    }

    private void applyRun(RunEvent event) {
        runs.apply(event);
        if (event instanceof ConfigurationApplied applied) {
            signals.apply(applied);
        }
    }

    /** The past is complete. */
    void opened() {
        signals.opened();
    }

    private void applyListing(ListingEvent event) {
        book.apply(event);
        terms.apply(event);
        commands.apply(event);
        switch (event) {
            case ListingQualified qualified -> qualifications.apply(qualified);
            case ListingSignal signal -> signals.apply(signal);
            case ListingSkipped skipped -> signals.apply(skipped);
            case ListingAnnounced ignored -> {}
            case ListingRescheduled ignored -> {}
            case ListingWithdrawn ignored -> {}
            case TradingOpened ignored -> {}
            case ListingTermsChanged changed -> signals.apply(changed);
            case ListingEvidenceWithdrawn ignored -> {}
        }
    }

    /**
     * The listings these events are about. The other listings of the book, a day's worth, are left to {@link
     * #timePassed}: an order waits for this answer.
     */
    private List<Listing> listingsOf(List<ListingEvent> events) {
        return events.stream()
                .map(ListingEvent::pair)
                .distinct()
                .flatMap(pair -> book.listing(pair).stream())
                .toList();
    }

    private List<ListingEvent> decide(Collection<Listing> listings, Instant now) {
        List<ListingEvent> events = new ArrayList<>();
        for (Listing listing : listings) {
            terms.inherited(listing, now).ifPresent(inherited -> {
                applyListing(inherited);
                events.add(inherited);
            });
            signals.decide(listing, qualifications.of(listing.id()), runs.active(), now)
                    .forEach(events::add);
        }
        return events;
    }

    /** Returns how often the active runs want their feeds polled. */
    List<Polling> polling() {
        return runs.active().stream()
                .flatMap(run -> Optional.ofNullable(run.configuration().polling()).stream())
                .toList();
    }

    /** Returns whether a run buys with MARKET orders; assumed while no run is active. */
    private boolean marketOrders() {
        return runs.active().isEmpty()
                || runs.active().stream().anyMatch(run -> run.configuration().orderStyle() == OrderStyle.MARKET);
    }
}
