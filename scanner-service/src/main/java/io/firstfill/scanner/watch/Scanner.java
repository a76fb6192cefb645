package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.Feed;
import io.firstfill.scanner.feed.FeedMeters;
import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.feed.PollResult;
import io.firstfill.scanner.feed.Poller;
import io.firstfill.scanner.feed.ScannerSettings;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
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

/** All environments under watch. Polling begins when the past has been read for the first time. */
@ApplicationScoped
public class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration LAST_WORD = Duration.ofSeconds(3);
    /** How the subject of a throttle ends that concerns everyone who asks the trading host. */
    private static final String TRADING_HOST = "/api";

    private final Vertx vertx;
    private final ScannerSettings settings;
    private final Sources sources;
    private final InstantSource clock;
    private final MessageCodec codec;
    private final MeterRegistry meters;
    private final Map<EnvironmentId, EnvironmentScanner> scanners =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final List<Poller> pollers;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile long ticking;

    Scanner(
            Vertx vertx,
            ScannerSettings settings,
            Environments environments,
            Sources sources,
            EventPublisher teller,
            InstantSource clock,
            MessageCodec codec,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.settings = settings;
        this.sources = sources;
        this.clock = clock;
        this.codec = codec;
        this.meters = meters;
        environments
                .all()
                .keySet()
                .forEach(environment -> scanners.put(
                        environment, new EnvironmentScanner(environment, settings, teller, clock, meters)));
        this.pollers = scanners.entrySet().stream()
                .flatMap(entry -> pollers(entry.getKey(), entry.getValue()))
                .toList();
    }

    public void reset() {
        scanners.values().forEach(EnvironmentScanner::reset);
    }

    public void replayed(Message message) {
        heed(message);
        of(message).ifPresent(scanner -> scanner.replayed(message));
    }

    public void opened() {
        scanners.values().forEach(EnvironmentScanner::opened);
        if (started.compareAndSet(false, true)) {
            rehearse();
            pollers.forEach(Poller::start);
            ticking = vertx.setPeriodic(TICK.toMillis(), id -> scanners.values().forEach(EnvironmentScanner::ticked));
        }
    }

    public void received(Message message) {
        heed(message);
        of(message).ifPresent(scanner -> scanner.received(message));
    }

    /** A pushed offer to sell. */
    void offered(EnvironmentId environment, String symbol, Instant quotedAt) {
        Optional.ofNullable(scanners.get(environment)).ifPresent(scanner -> scanner.offered(symbol, quotedAt));
    }

    Map<Pair, Instant> awaited(EnvironmentId environment) {
        return Optional.ofNullable(scanners.get(environment))
                .map(EnvironmentScanner::awaited)
                .orElse(Map.of());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(ticking);
        pollers.forEach(Poller::stop);
        List<Uni<Void>> last =
                scanners.values().stream().map(EnvironmentScanner::closed).toList();
        try {
            Uni.join().all(last).andCollectFailures().await().atMost(LAST_WORD);
        } catch (RuntimeException e) {
            LOG.warn("The baseline was not written; what opens until the next start counts as unseen", e);
        }
    }

    /** Before the first question, so that nothing competes with it and no opening is missed that could have been seen. */
    private void rehearse() {
        Instant begun = clock.instant();
        int signals = new WarmUp(settings, sources.script(), codec).play(settings.rehearsalRounds(), begun);
        LOG.infof("Rehearsed detections=%d time=%s", signals, Duration.between(begun, clock.instant()));
    }

    /** Ours come back too and change nothing: a pause is never shortened. */
    private void heed(Message message) {
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
        Map<FeedName, Poller> mine = new EnumMap<>(FeedName.class);
        for (Feed feed : sources.of(environment)) {
            mine.put(feed.name(), poller(feed, scanner, feedMeters, mine));
        }
        return mine.values().stream();
    }

    private Poller poller(Feed feed, EnvironmentScanner scanner, FeedMeters feedMeters, Map<FeedName, Poller> mine) {
        FeedName name = feed.name();
        scanner.began(name);
        feedMeters.began(name);
        return new Poller(
                vertx, feed, () -> scanner.interval(name), look -> heard(name, look, scanner, feedMeters, mine), clock);
    }

    /**
     * What appears is asked of exchangeInfo: a run may require the rules of a pair before its deadline. Not in the same
     * moment, because the whole list is the most work there is for the exchange and for us, and an order is on its way.
     * What prices show is asked of the symbols open to API at once: that is the first verdict to be had on it (decision 8).
     * It would wait for the budget of requests, though, so prices are asked right after those symbols and see little first.
     */
    private void heard(
            FeedName name, PollResult look, EnvironmentScanner scanner, FeedMeters feedMeters, Map<FeedName, Poller> others) {
        boolean surprised = scanner.heard(name, look);
        feedMeters.heard(name, look);
        if (!surprised && name == FeedName.DEFAULT_SYMBOLS && look instanceof PollResult.Good) {
            Optional.ofNullable(others.get(FeedName.TICKER_PRICE))
                    .ifPresent(prices -> prices.pull(scanner.interval(name)));
        }
        if (surprised && name == FeedName.TICKER_PRICE) {
            hurry(others.get(FeedName.DEFAULT_SYMBOLS), Duration.ZERO);
        }
        if (surprised && name != FeedName.EXCHANGE_INFO) {
            hurry(others.get(FeedName.EXCHANGE_INFO), settings.pauseAfterSurprise());
        }
    }

    private static void hurry(@Nullable Poller poller, Duration pause) {
        if (poller != null) {
            poller.hurry(pause);
        }
    }
}
