package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedMeters;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.feed.Poller;
import io.firstfill.scanner.timer.Timers;
import io.firstfill.scanner.timer.Timers.Timer;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The scanners of all environments, with their pollers. Polling starts when the past has been replayed for the first
 * time.
 */
@ApplicationScoped
public class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(3);
    /** How the subject of a throttle ends that concerns every process that calls the trading host. */
    private static final String TRADING_HOST = "/api";

    private final Timers timers;
    private final ScannerSettings settings;
    private final Sources sources;
    private final InstantSource clock;
    private final MessageCodec codec;
    private final MeterRegistry meters;
    private final Map<EnvironmentId, EnvironmentScanner> scanners =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final List<Poller> pollers;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile Timer ticker = Timer.NONE;

    Scanner(
            Timers timers,
            ScannerSettings settings,
            Environments environments,
            Sources sources,
            EventPublisher publisher,
            InstantSource clock,
            MessageCodec codec,
            MeterRegistry meters) {
        this.timers = timers;
        this.settings = settings;
        this.sources = sources;
        this.clock = clock;
        this.codec = codec;
        this.meters = meters;
        environments
                .all()
                .keySet()
                .forEach(environment -> scanners.put(
                        environment, new EnvironmentScanner(environment, settings, publisher, timers, clock, meters)));
        this.pollers = scanners.entrySet().stream()
                .flatMap(entry -> pollers(entry.getKey(), entry.getValue()))
                .toList();
    }

    public void reset() {
        scanners.values().forEach(EnvironmentScanner::reset);
    }

    public void replayed(Message message) {
        applyThrottle(message);
        of(message).ifPresent(scanner -> scanner.replayed(message));
    }

    /** Opens every environment; the first time, warms up and starts polling. */
    public void opened() {
        scanners.values().forEach(EnvironmentScanner::opened);
        if (started.compareAndSet(false, true)) {
            warmUp();
            pollers.forEach(Poller::start);
            ticker = timers.every(TICK, () -> scanners.values().forEach(EnvironmentScanner::ticked));
        }
    }

    public void received(Message message) {
        applyThrottle(message);
        of(message).ifPresent(scanner -> scanner.received(message));
    }

    /** Takes a pushed offer to sell. */
    void offered(EnvironmentId environment, String symbol, Instant quotedAt) {
        Optional.ofNullable(scanners.get(environment)).ifPresent(scanner -> scanner.offered(symbol, quotedAt));
    }

    Map<Pair, Instant> awaited(EnvironmentId environment) {
        return Optional.ofNullable(scanners.get(environment))
                .map(EnvironmentScanner::awaited)
                .orElse(Map.of());
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.cancel();
        pollers.forEach(Poller::stop);
        List<Uni<Void>> last =
                scanners.values().stream().map(EnvironmentScanner::close).toList();
        try {
            Uni.join().all(last).andCollectFailures().await().atMost(SHUTDOWN_TIMEOUT);
        } catch (RuntimeException e) {
            LOG.warn("Baseline not written: what opens until the next start counts as unobserved", e);
        }
    }

    /** Warms up before the first poll, so that nothing competes with it and no opening is missed meanwhile. */
    private void warmUp() {
        Instant begun = clock.instant();
        int signals = new WarmUp(settings, sources.warmUpResponses(), codec)
                .run(settings.watch().warmUpRounds(), begun);
        LOG.infof("Warmed up detections=%d time=%s", signals, Duration.between(begun, clock.instant()));
    }

    /**
     * Pauses the feeds of a host that has turned away another process on this address. The scanner's own alerts come
     * back over the topic too and change nothing: a pause is never shortened.
     */
    private void applyThrottle(Message message) {
        if (message instanceof AlertRaised raised
                && raised.kind() == AlertKind.THROTTLED
                && raised.until() != null
                && raised.subject().endsWith(TRADING_HOST)) {
            sources.pause(raised.environment(), raised.until());
        }
    }

    /** Empty for an environment this deployment does not have. */
    private Optional<EnvironmentScanner> of(Message message) {
        return Optional.ofNullable(scanners.get(message.environment()));
    }

    private Stream<Poller> pollers(EnvironmentId environment, EnvironmentScanner scanner) {
        FeedMeters feedMeters = new FeedMeters(meters, clock, environment);
        Map<FeedName, Poller> ofEnvironment = new EnumMap<>(FeedName.class);
        for (Feed feed : sources.of(environment)) {
            ofEnvironment.put(feed.name(), poller(feed, scanner, feedMeters, ofEnvironment));
        }
        return ofEnvironment.values().stream();
    }

    private Poller poller(Feed feed, EnvironmentScanner scanner, FeedMeters feedMeters, Map<FeedName, Poller> others) {
        FeedName name = feed.name();
        scanner.pollingStarted(name);
        feedMeters.pollingStarted(name);
        return new Poller(
                timers,
                feed,
                () -> scanner.interval(name),
                result -> pollCompleted(name, result, scanner, feedMeters, others),
                clock);
    }

    /**
     * Polls other feeds about what one feed has shown. exchangeInfo is polled about everything new, because a run may
     * require the rules of a pair before its deadline; not in the same moment, because the whole list is the most work
     * there is for the exchange and for us, and an order is on its way. What the prices show first is looked up at once
     * in the symbols open to API trading, whose answer is the first verdict to be had on it (decision 8). That poll
     * would wait for the request budget, though, so the prices are polled right after those symbols and show little
     * first.
     */
    private void pollCompleted(
            FeedName name,
            PollResult result,
            EnvironmentScanner scanner,
            FeedMeters feedMeters,
            Map<FeedName, Poller> others) {
        boolean news = scanner.pollCompleted(name, result);
        feedMeters.pollCompleted(name, result);
        if (!news && name == FeedName.DEFAULT_SYMBOLS && result instanceof PollResult.Good) {
            Optional.ofNullable(others.get(FeedName.TICKER_PRICE))
                    .ifPresent(prices -> prices.pollIfDueWithin(scanner.interval(name)));
        }
        if (news && name == FeedName.TICKER_PRICE) {
            expedite(others.get(FeedName.DEFAULT_SYMBOLS), Duration.ZERO);
        }
        if (news && name != FeedName.EXCHANGE_INFO) {
            expedite(others.get(FeedName.EXCHANGE_INFO), settings.watch().pauseAfterSurprise());
        }
    }

    private static void expedite(@Nullable Poller poller, Duration delay) {
        if (poller != null) {
            poller.expedite(delay);
        }
    }
}
