package io.firstfill.scanner.feed;

import io.firstfill.contract.id.EnvironmentId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Measures how fresh the feeds are: {@code firstfill_scanner_feed_…} by environment and feed. Thread-safe. */
public final class FeedMeters {
    /** The values of {@link #outcome}. */
    private static final List<String> OUTCOMES = List.of("good", "odd", "failed", "throttled", "held");

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
            OUTCOMES.forEach(outcome -> polls(feed, outcome));
            roundTrip(feed);
        }
    }

    /** Ends the lag: another instance polls the feed. */
    public void pollingStopped(FeedName feed) {
        lastGoodAt.remove(feed);
    }

    public void pollCompleted(FeedName feed, PollResult result) {
        polls(feed, outcome(result)).increment();
        if (result instanceof PollResult.Good good) {
            lastGoodAt.replace(feed, clock.instant());
            roundTrip(feed).record(good.roundTrip());
        }
    }

    private Counter polls(FeedName feed, String outcome) {
        return registry.counter(
                "firstfill.scanner.feed.looks", "environment", environment, "feed", feed.label(), "outcome", outcome);
    }

    private Timer roundTrip(FeedName feed) {
        return Timer.builder("firstfill.scanner.feed.round.trip")
                .tags("environment", environment, "feed", feed.label())
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
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
