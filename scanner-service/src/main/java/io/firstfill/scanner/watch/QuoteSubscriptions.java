package io.firstfill.scanner.watch;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.scanner.quote.QuoteFeed;
import io.firstfill.scanner.quote.QuoteFeeds;
import io.firstfill.scanner.quote.QuoteSettings;
import io.firstfill.scanner.quote.QuoteWindow;
import io.firstfill.scanner.timer.Timers;
import io.firstfill.scanner.timer.Timers.Timer;
import io.firstfill.service.environment.Environments;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Subscribes to the books of pairs near their opening, in every environment with a stream. */
@Startup
@ApplicationScoped
class QuoteSubscriptions {
    private static final Duration TICK = Duration.ofMillis(250);

    private final Scanner scanner;
    private final QuoteWindow window;
    private final InstantSource clock;
    private final Map<EnvironmentId, QuoteFeed> feeds = new HashMap<>();
    private final Timer ticker;

    QuoteSubscriptions(
            Timers timers,
            Scanner scanner,
            Environments environments,
            QuoteFeeds streams,
            QuoteSettings settings,
            InstantSource clock) {
        this.scanner = scanner;
        this.window = QuoteWindow.of(settings);
        this.clock = clock;
        environments
                .all()
                .keySet()
                .forEach(environment -> streams.of(environment, new Quotes(scanner, environment))
                        .ifPresent(feed -> feeds.put(environment, feed)));
        this.ticker = feeds.isEmpty() ? Timer.NONE : timers.every(TICK, this::subscribe);
    }

    @PreDestroy
    void stop() {
        ticker.cancel();
    }

    private void subscribe() {
        feeds.forEach((environment, feed) -> feed.subscribe(
                window.choose(scanner.awaited(environment), scanner.opened(environment), clock.instant())));
    }

    /** Hands the pushes of an environment to its scanner. */
    private record Quotes(Scanner scanner, EnvironmentId environment) implements QuoteFeed.Listener {
        @Override
        public void offered(String symbol, Instant quotedAt) {
            scanner.offered(environment, symbol, quotedAt);
        }

        @Override
        public void priced(String symbol, PricePoint point) {
            scanner.priced(environment, symbol, point);
        }
    }
}
