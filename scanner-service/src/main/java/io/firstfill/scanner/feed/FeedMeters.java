package io.firstfill.scanner.feed;

import io.firstfill.contract.id.EnvironmentId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How fresh the feeds are: {@code firstfill_scanner_feed_…} by environment and feed. */
public final class FeedMeters {
    private final MeterRegistry registry;
    private final InstantSource clock;
    private final String environment;
    private final Map<FeedName, Instant> good = new ConcurrentHashMap<>();

    public FeedMeters(MeterRegistry registry, InstantSource clock, EnvironmentId environment) {
        this.registry = registry;
        this.clock = clock;
        this.environment = environment.value();
    }

    /** Its lag counts from now. */
    public void began(FeedName feed) {
        if (good.putIfAbsent(feed, clock.instant()) == null) {
            Gauge.builder("firstfill.scanner.feed.lag", () -> lag(feed).toMillis() / 1000.0)
                    .description("Time since the last good answer")
                    .baseUnit("seconds")
                    .tags("environment", environment, "feed", feed.label())
                    .register(registry);
        }
    }

    public void heard(FeedName feed, PollResult look) {
        registry.counter(
                        "firstfill.scanner.feed.looks",
                        "environment",
                        environment,
                        "feed",
                        feed.label(),
                        "outcome",
                        outcome(look))
                .increment();
        if (look instanceof PollResult.Good seen) {
            good.put(feed, clock.instant());
            registry.timer("firstfill.scanner.feed.round.trip", "environment", environment, "feed", feed.label())
                    .record(seen.roundTrip());
        }
    }

    private Duration lag(FeedName feed) {
        Instant now = clock.instant();
        return Duration.between(good.getOrDefault(feed, now), now);
    }

    private static String outcome(PollResult look) {
        return switch (look) {
            case PollResult.Good ignored -> "good";
            case PollResult.Odd ignored -> "odd";
            case PollResult.Failed ignored -> "failed";
            case PollResult.Throttled ignored -> "throttled";
            case PollResult.Held ignored -> "held";
        };
    }
}
