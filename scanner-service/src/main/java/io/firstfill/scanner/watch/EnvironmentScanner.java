package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.configuration.Polling;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.FeedHealth;
import io.firstfill.scanner.feed.FeedIntervals;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.listing.ListingBook;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.price.PriceRecorder;
import io.firstfill.scanner.timer.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one environment: takes poll results and messages one at a time, lets {@link Watch} decide, and
 * publishes the decisions without waiting. A decision and its events are one turn, so events are published in the order
 * in which they were decided. Thread-safe: its monitor guards the book, the watch, the health and the lags.
 */
final class EnvironmentScanner {
    private static final Logger LOG = Logger.getLogger(EnvironmentScanner.class);

    private final EnvironmentId environment;
    private final ScannerSettings settings;
    private final EventPublisher publisher;
    private final PacedPublisher pacedPublisher;
    private final InstantSource clock;
    private final DetectionMeters meters;
    private final PriceRecorder prices;
    private final FeedHealth health;
    private final FeedIntervals intervals;
    private final DetectionLags detectionLags = new DetectionLags();
    private ListingBook book;
    private Watch watch;
    private boolean open;
    private @Nullable Instant observedUntil;
    private Instant baselineWrittenAt = Instant.EPOCH;

    EnvironmentScanner(
            EnvironmentId environment,
            ScannerSettings settings,
            EventPublisher publisher,
            Timers timers,
            InstantSource clock,
            MeterRegistry meters,
            PriceRecorder prices) {
        this.environment = environment;
        this.settings = settings;
        this.publisher = publisher;
        this.pacedPublisher = new PacedPublisher(
                environment, publisher, timers, settings.watch().pauseAfterSurprise());
        this.clock = clock;
        this.meters = new DetectionMeters(meters, environment);
        this.prices = prices;
        this.health = new FeedHealth(
                environment, feed -> settings.feeds().pollingOf(feed).silentAfter());
        this.intervals = new FeedIntervals(settings.feeds());
        this.book = settings.newBook(environment);
        this.watch = settings.newWatch(environment, book);
    }

    /**
     * Drops what is known, because the past is about to be replayed. Until {@link #opened()} observations are ignored.
     */
    synchronized void reset() {
        open = false;
        prices.end(clock.instant()).forEach(pacedPublisher::publish);
        Instant until = book.observedUntil();
        observedUntil = until == null ? observedUntil : until;
        book = settings.newBook(environment);
        watch = settings.newWatch(environment, book);
    }

    synchronized void replayed(Message message) {
        watch.apply(message);
    }

    /** The past is complete: observations count from now on. */
    synchronized void opened() {
        if (observedUntil != null) {
            book.observedUntil(observedUntil);
        }
        watch.opened();
        open = true;
    }

    synchronized void received(Message message) {
        watch.apply(message);
        publish(watch.timePassed(clock.instant()));
    }

    synchronized void pollingStarted(FeedName feed) {
        health.pollingStarted(feed, clock.instant());
    }

    /**
     * The reasons to poll other feeds out of turn.
     *
     * @param fresh whether the result shows something new
     * @param unconfirmed whether it shows names that wait for a second source
     */
    record News(boolean fresh, boolean unconfirmed) {
        static final News NONE = new News(false, false);
    }

    /** Takes a poll result; tells what the other feeds should be polled about now. */
    synchronized News pollCompleted(FeedName feed, PollResult result) {
        if (!open) {
            return News.NONE;
        }
        if (!(result instanceof PollResult.Good good)) {
            health.pollCompleted(feed, result, clock.instant()).forEach(this::publish);
            return News.NONE;
        }
        ListingBook.Update update = watch.observe(good.observation(), good.answeredAt(), clock);
        publish(update.events());
        update.events().stream()
                .filter(ListingSignal.class::isInstance)
                .forEach(signal -> meters.answerToSignal(Duration.between(good.answeredAt(), clock.instant())));
        String defect = update.defect();
        Instant now = clock.instant();
        List<AlertEvent> alerts =
                defect == null ? health.pollCompleted(feed, result, now) : health.doubtful(feed, good, defect, now);
        alerts.forEach(this::publish);
        detectionLags
                .observed(feed, good.observation(), good.answeredAt(), book::openingOf)
                .forEach(meters::lag);
        if (good.observation() instanceof FeedObservation.SymbolsShown shown) {
            prices.answered(shown.prices(), good.answeredAt());
        }
        boolean announced = update.events().stream().anyMatch(ListingAnnounced.class::isInstance);
        return new News(update.hinted() || announced, update.waiting());
    }

    /** Takes a pushed offer to sell. */
    synchronized void offered(String symbol, Instant quotedAt) {
        if (open) {
            publish(watch.offered(symbol, quotedAt, clock.instant()));
        }
    }

    /** Takes pushed prices; those of a book after its offer, because they decide nothing. */
    synchronized void priced(String symbol, PricePoint point) {
        if (open) {
            prices.pushed(symbol, point, clock.instant()).forEach(pacedPublisher::publish);
        }
    }

    /** Pairs that opened lately and whose prices are recorded, with the time at which their opening was seen. */
    synchronized Map<Pair, Instant> openedLately() {
        return open ? prices.opened(clock.instant()) : Map.of();
    }

    /** Pairs not seen trading yet, with their openings. */
    synchronized Map<Pair, Instant> awaited() {
        return open ? book.awaited() : Map.of();
    }

    /** Does what the passing of time alone demands: silence alerts, late decisions, the baseline. */
    synchronized void ticked() {
        Instant now = clock.instant();
        if (open) {
            health.checkSilence(now).forEach(this::publish);
            publish(watch.timePassed(now));
            prices.ticked(book.listings(), now).forEach(pacedPublisher::publish);
            if (book.isBaselineChanged()
                    && now.isAfter(baselineWrittenAt.plus(settings.watch().baselineInterval()))) {
                book.baseline().ifPresent(seen -> publish(seen, now));
            }
        }
    }

    /** Publishes, before a shutdown, the baseline: it says until when this scanner was observing. */
    synchronized Uni<Void> close() {
        Optional<SymbolsSeen> last = open ? book.baseline() : Optional.empty();
        open = false;
        prices.end(clock.instant()).forEach(pacedPublisher::publish);
        pacedPublisher.release();
        LOG.infof("Environment closed environment=%s baseline=%s", environment, last.isPresent() ? "written" : "none");
        return last.map(publisher::publish).orElse(Uni.createFrom().voidItem());
    }

    /** The interval of a feed as things are: near an opening, while another feed fails, with the active runs. */
    synchronized Duration interval(FeedName feed) {
        return intervals.of(feed, new Present(clock.instant()));
    }

    /** What the intervals of the feeds depend on at one moment. */
    private final class Present implements FeedIntervals.Conditions {
        private final Instant now;

        Present(Instant now) {
            this.now = now;
        }

        @Override
        public List<Polling> wanted() {
            return watch.polling();
        }

        @Override
        public boolean isNearOpening() {
            Instant next = book.nextOpening(now);
            return next != null && next.isBefore(now.plus(settings.feeds().nearOpening()));
        }

        @Override
        public boolean isFailing(FeedName feed) {
            return health.isFailing(feed);
        }
    }

    private void publish(SymbolsSeen seen, Instant now) {
        baselineWrittenAt = now;
        pacedPublisher.publish(seen);
    }

    private void publish(List<ListingEvent> events) {
        events.forEach(pacedPublisher::publish);
    }

    private void publish(AlertEvent event) {
        pacedPublisher.publish(event);
        LOG.infof(
                "Alert changed type=%s environment=%s kind=%s subject=%s",
                event.type(), environment, event.kind(), event.subject());
    }
}
