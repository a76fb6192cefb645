package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.FeedHealth;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.feed.ScannerSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The engine of one environment: takes turns between feeds and messages, lets {@link Watch} decide, and says the outcome
 * without waiting. A decision and its messages are one turn, so facts leave in the order in which they were decided.
 */
final class EnvironmentScanner {
    private static final Logger LOG = Logger.getLogger(EnvironmentScanner.class);

    private final EnvironmentId environment;
    private final ScannerSettings settings;
    private final EventPublisher teller;
    private final PacedPublisher voice;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final FeedHealth health;
    private final Race race = new Race();
    private Watch watch;
    private boolean open;
    private @Nullable Instant lookedAt;
    private Instant baselineAt = Instant.EPOCH;

    EnvironmentScanner(
            EnvironmentId environment,
            ScannerSettings settings,
            EventPublisher teller,
            InstantSource clock,
            MeterRegistry meters) {
        this.environment = environment;
        this.settings = settings;
        this.teller = teller;
        this.voice = new PacedPublisher(environment, teller, settings.pauseAfterSurprise());
        this.clock = clock;
        this.meters = meters;
        this.health =
                new FeedHealth(environment, feed -> settings.rhythmOf(feed).silentAfter());
        this.watch = fresh();
    }

    /** The past is about to be read again. Until {@link #opened()} answers of the feeds are not looked at. */
    synchronized void reset() {
        open = false;
        Instant until = watch.lookedAt();
        lookedAt = until == null ? lookedAt : until;
        watch = fresh();
    }

    synchronized void replayed(Message message) {
        watch.apply(message);
    }

    synchronized void opened() {
        if (lookedAt != null) {
            watch.watchedUntil(lookedAt);
        }
        open = true;
    }

    synchronized void received(Message message) {
        watch.apply(message);
        say(watch.pass(clock.instant()));
    }

    synchronized void began(FeedName feed) {
        health.began(feed, clock.instant());
    }

    /** Whether something appeared that the other feeds should be asked about now. */
    synchronized boolean heard(FeedName feed, PollResult look) {
        health.heard(feed, look, clock.instant()).forEach(this::alert);
        if (!open || !(look instanceof PollResult.Good good)) {
            return false;
        }
        Watch.Decision decision = watch.see(good.sighting(), good.answeredAt(), clock);
        say(decision.events());
        decision.events().stream()
                .filter(ListingSignal.class::isInstance)
                .forEach(signal -> latency(good.answeredAt()));
        String oddity = decision.oddity();
        if (oddity != null) {
            health.odd(feed, oddity, clock.instant()).forEach(this::alert);
        }
        race.seen(feed, good.sighting(), good.answeredAt(), watch::openingOf).forEach(this::behind);
        return decision.hinted() || decision.events().stream().anyMatch(ListingAnnounced.class::isInstance);
    }

    synchronized void offered(String symbol, Instant quotedAt) {
        if (open) {
            say(watch.offered(symbol, quotedAt, clock.instant()));
        }
    }

    /** Pairs not seen trading yet, with their openings. */
    synchronized Map<Pair, Instant> awaited() {
        return open ? watch.awaited() : Map.of();
    }

    /** What time alone brings. */
    synchronized void ticked() {
        Instant now = clock.instant();
        health.checked(now).forEach(this::alert);
        if (open) {
            say(watch.pass(now));
            if (watch.isBaselineChanged() && now.isAfter(baselineAt.plus(settings.baselineInterval()))) {
                watch.baseline().ifPresent(seen -> write(seen, now));
            }
        }
    }

    /** The last word before a shutdown: until when this scanner was looking. */
    synchronized Uni<Void> closed() {
        Optional<SymbolsSeen> last = open ? watch.baseline() : Optional.empty();
        open = false;
        voice.release();
        LOG.infof("Watching ends environment=%s baseline=%s", environment, last.isPresent() ? "written" : "none");
        return last.map(teller::tell).orElse(Uni.createFrom().voidItem());
    }

    /** From one question to the next, as things are: the website more often near an opening, prices when they are alone. */
    synchronized Duration interval(FeedName feed) {
        Duration usual = settings.rhythmOf(feed).interval();
        return switch (feed) {
            case CALENDAR -> isNearOpening() ? settings.calendarNearInterval() : usual;
            case SYMBOLS_V2 -> isNearOpening() ? settings.symbolsV2NearInterval() : usual;
            case TICKER_PRICE ->
                health.isFailing(FeedName.DEFAULT_SYMBOLS) ? settings.tickerPriceAloneInterval() : usual;
            case EXCHANGE_INFO -> isNearOpening() ? settings.exchangeInfoNearInterval() : usual;
            case DEFAULT_SYMBOLS -> usual;
        };
    }

    private boolean isNearOpening() {
        Instant now = clock.instant();
        Instant next = watch.nextOpening(now);
        return next != null && next.isBefore(now.plus(settings.nearOpening()));
    }

    private Watch fresh() {
        return new Watch(environment, settings.listingRules(), settings.qualificationCutoff());
    }

    private void write(SymbolsSeen seen, Instant now) {
        baselineAt = now;
        voice.say(seen);
    }

    private void say(List<ListingEvent> events) {
        events.forEach(voice::say);
    }

    private void alert(AlertEvent event) {
        voice.say(event);
        LOG.infof(
                "Alert changed type=%s environment=%s kind=%s subject=%s",
                event.type(), environment, event.kind(), event.subject());
    }

    private void behind(Race.Sight sight) {
        meters.timer(
                        "firstfill.scanner.feed.sight.lag",
                        "environment",
                        environment.value(),
                        "feed",
                        sight.feed().label(),
                        "event",
                        sight.event().name().toLowerCase(Locale.ROOT))
                .record(sight.lag());
    }

    private void latency(Instant answeredAt) {
        meters.timer("firstfill.scanner.answer.to.signal", "environment", environment.value())
                .record(Duration.between(answeredAt, clock.instant()));
    }
}
