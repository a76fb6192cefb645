package io.firstfill.scanner.watch;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.quote.QuoteFeed;
import io.firstfill.scanner.quote.QuoteFeeds;
import io.firstfill.scanner.quote.QuoteSettings;
import io.firstfill.scanner.quote.QuoteWindow;
import io.firstfill.service.environment.Environments;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Listens to the offers of pairs near their opening, in every environment with a stream. */
@Startup
@ApplicationScoped
class QuoteWatching {
    private static final Duration TICK = Duration.ofMillis(250);

    private final Vertx vertx;
    private final Scanner scanner;
    private final QuoteWindow window;
    private final InstantSource clock;
    private final Map<EnvironmentId, QuoteFeed> feeds = new HashMap<>();
    private final long ticking;

    QuoteWatching(
            Vertx vertx,
            Scanner scanner,
            Environments environments,
            QuoteFeeds streams,
            QuoteSettings settings,
            InstantSource clock) {
        this.vertx = vertx;
        this.scanner = scanner;
        this.window = QuoteWindow.of(settings);
        this.clock = clock;
        environments
                .all()
                .keySet()
                .forEach(environment -> streams.of(
                                environment, (symbol, quotedAt) -> scanner.offered(environment, symbol, quotedAt))
                        .ifPresent(feed -> feeds.put(environment, feed)));
        this.ticking = feeds.isEmpty() ? -1 : vertx.setPeriodic(TICK.toMillis(), tick -> choose());
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(ticking);
    }

    private void choose() {
        feeds.forEach((environment, feed) -> feed.watch(window.choose(scanner.awaited(environment), clock.instant())));
    }
}
