package io.firstfill.scanner.watch;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.feed.FeedMeters;
import io.firstfill.scanner.price.PriceRecorder;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * The scanners of all environments, with their pollers. Only what is assigned to this instance is polled and spoken
 * for, from the moment its past has been replayed until it is assigned to another instance.
 */
@ApplicationScoped
public class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(3);
    /** The end of the subject of a throttle that concerns every process which calls the trading host. */
    private static final String TRADING_HOST = "/api";

    private final Timers timers;
    private final ScannerSettings settings;
    private final Sources sources;
    private final InstantSource clock;
    private final MessageCodec codec;
    private final Map<EnvironmentId, EnvironmentScanner> scanners =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<EnvironmentId, EnvironmentPolling> pollings = new HashMap<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile Predicate<EnvironmentId> assigned = environment -> true;
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
        environments
                .all()
                .keySet()
                .forEach(environment -> scanners.put(
                        environment,
                        new EnvironmentScanner(
                                environment,
                                settings,
                                publisher,
                                timers,
                                clock,
                                meters,
                                new PriceRecorder(environment, codec.mayWrite(PricesRecorded.class)))));
        scanners.forEach((environment, scanner) -> pollings.put(
                environment,
                new EnvironmentPolling(
                        sources.of(environment),
                        scanner,
                        new FeedMeters(meters, clock, environment),
                        settings.watch().pauseAfterSurprise(),
                        timers,
                        clock)));
    }

    /** Takes the environments of this instance: the others are not polled any more. {@link #reset} follows. */
    public void assigned(Predicate<EnvironmentId> environments) {
        assigned = environments;
        pollings.forEach((environment, polling) -> {
            if (!environments.test(environment)) {
                polling.stop();
            }
        });
    }

    public void reset() {
        scanners.values().forEach(EnvironmentScanner::reset);
    }

    public void replayed(Message message) {
        applyThrottle(message);
        of(message).ifPresent(scanner -> scanner.replayed(message));
    }

    /** Opens every environment of this instance, and polls for it; warms up the first time. */
    public void opened() {
        boolean first = started.compareAndSet(false, true);
        List<EnvironmentId> mine = scanners.keySet().stream().filter(assigned).toList();
        mine.forEach(environment -> of(environment).ifPresent(EnvironmentScanner::opened));
        if (first) {
            warmUp();
        }
        expectOpenings();
        mine.forEach(
                environment -> Optional.ofNullable(pollings.get(environment)).ifPresent(EnvironmentPolling::start));
        if (first) {
            ticker = timers.every(TICK, this::ticked);
        }
    }

    private void ticked() {
        scanners.values().forEach(EnvironmentScanner::ticked);
        expectOpenings();
    }

    private void expectOpenings() {
        scanners.forEach((environment, scanner) ->
                sources.expect(environment, scanner.awaited().values()));
    }

    public void received(Message message) {
        applyThrottle(message);
        of(message).ifPresent(scanner -> scanner.received(message));
    }

    /** Takes a pushed offer to sell. */
    void offered(EnvironmentId environment, String symbol, Instant quotedAt) {
        Optional.ofNullable(scanners.get(environment)).ifPresent(scanner -> scanner.offered(symbol, quotedAt));
    }

    /** Takes pushed prices, which are recorded. */
    void priced(EnvironmentId environment, String symbol, PricePoint point) {
        Optional.ofNullable(scanners.get(environment)).ifPresent(scanner -> scanner.priced(symbol, point));
    }

    /** Pairs that opened lately and whose prices are recorded, with the time at which their opening was seen. */
    Map<Pair, Instant> opened(EnvironmentId environment) {
        return Optional.ofNullable(scanners.get(environment))
                .map(EnvironmentScanner::openedLately)
                .orElse(Map.of());
    }

    Map<Pair, Instant> awaited(EnvironmentId environment) {
        return Optional.ofNullable(scanners.get(environment))
                .map(EnvironmentScanner::awaited)
                .orElse(Map.of());
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.cancel();
        pollings.values().forEach(EnvironmentPolling::stop);
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
        return of(message.environment());
    }

    private Optional<EnvironmentScanner> of(EnvironmentId environment) {
        return Optional.ofNullable(scanners.get(environment));
    }
}
