package io.firstfill.scanner.feed;

import io.firstfill.contract.id.EnvironmentId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how fresh the feeds are: {@code firstfill_scanner_feed_…} by environment and feed. Thread-safe. */
public final class FeedMeters {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final String environment;
    private final Map<FeedName, Instant> lastGoodAt = new ConcurrentHashMap<>();
    private final Set<FeedName> registered = ConcurrentHashMap.newKeySet();

    public FeedMeters(MeterRegistry registry, InstantSource clock, EnvironmentId environment) {
        this.registry = registry;
        this.clock = clock;
        this.environment = environment.value();
    }

    /** Registers the lag of the feed, which counts from now until the first good answer. */
    public void pollingStarted(FeedName feed) {
        lastGoodAt.put(feed, clock.instant());
        if (registered.add(feed)) {
            Gauge.builder("firstfill.scanner.feed.lag", () -> lag(feed).toMillis() / 1000.0)
                    .description("Time since the last good answer")
                    .baseUnit("seconds")
                    .tags("environment", environment, "feed", feed.label())
                    .register(registry);
        }
    }

    /** Ends the lag: another instance polls the feed. */
    public void pollingStopped(FeedName feed) {
        lastGoodAt.remove(feed);
    }

    public void pollCompleted(FeedName feed, PollResult result) {
        registry.counter(
                        "firstfill.scanner.feed.looks",
                        "environment",
                        environment,
                        "feed",
                        feed.label(),
                        "outcome",
                        outcome(result))
                .increment();
        if (result instanceof PollResult.Good good) {
            lastGoodAt.replace(feed, clock.instant());
            registry.timer("firstfill.scanner.feed.round.trip", "environment", environment, "feed", feed.label())
                    .record(good.roundTrip());
        }
    }

    private Duration lag(FeedName feed) {
        Instant now = clock.instant();
        return Duration.between(lastGoodAt.getOrDefault(feed, now), now);
    }

    /** Values of the metric's label: dashboards and alert rules name them. */
    private static String outcome(PollResult result) {
        return switch (result) {
            case PollResult.Good ignored -> "good";
            case PollResult.Unusable ignored -> "odd";
            case PollResult.Failed ignored -> "failed";
            case PollResult.Throttled ignored -> "throttled";
            case PollResult.Held ignored -> "held";
        };
    }
}
