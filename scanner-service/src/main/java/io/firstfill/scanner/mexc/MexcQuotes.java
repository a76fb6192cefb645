package io.firstfill.scanner.mexc;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.mexc.stream.StreamSession;
import io.firstfill.mexc.stream.StreamSettings;
import io.firstfill.scanner.quote.QuoteFeed;
import io.firstfill.scanner.quote.QuoteFeeds;
import io.firstfill.service.egress.ExchangeTrust;
import io.firstfill.service.environment.EnvironmentMode;
import io.firstfill.service.environment.EnvironmentSettings.Target;
import io.firstfill.service.environment.Environments;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * Opens one session of book tickers for each environment with a stream. The session holds a socket only while it is
 * subscribed to a pair.
 */
@ApplicationScoped
class MexcQuotes implements QuoteFeeds {
    private final Environments environments;
    private final ExchangeTrust trust;
    private final Vertx vertx;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final List<StreamSession> sessions = new CopyOnWriteArrayList<>();

    MexcQuotes(Environments environments, ExchangeTrust trust, Vertx vertx, InstantSource clock, MeterRegistry meters) {
        this.environments = environments;
        this.trust = trust;
        this.vertx = vertx;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Optional<QuoteFeed> of(EnvironmentId environment, QuoteFeed.Listener listener) {
        return environments
                .find(environment)
                .flatMap(target -> target.wsUri().map(uri -> open(environment, settings(uri, target), listener)));
    }

    @PreDestroy
    void close() {
        sessions.forEach(StreamSession::close);
    }

    /** Allows a stream without TLS only where no money moves; no key is sent in any case. */
    private StreamSettings settings(URI uri, Target target) {
        return StreamSettings.of(
                uri,
                target.mode() == EnvironmentMode.PAPER,
                target.egressAddress().orElse(null),
                trust.options());
    }

    private QuoteFeed open(EnvironmentId environment, StreamSettings settings, QuoteFeed.Listener listener) {
        BookTickers tickers = new BookTickers(listener, new QuoteMeters(meters, environment));
        StreamSession session =
                StreamSession.open(vertx, settings, tickers, clock, RandomGenerator.of("L64X128MixRandom"));
        sessions.add(session);
        return new BookTickerFeed(session);
    }
}
