package io.firstfill.scanner.watch;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.feed.FeedName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/**
 * Measures how late feeds show openings, and how long the way from an answer to its signal is. Every series exists from
 * the start: a rate over one that begins with its first value would miss that value.
 */
final class DetectionMeters {
    private final MeterRegistry registry;
    private final String environment;
    private final Timer answerToSignal;

    DetectionMeters(MeterRegistry registry, EnvironmentId environment) {
        this.registry = registry;
        this.environment = environment.value();
        answerToSignal = Timer.builder("firstfill.scanner.answer.to.signal")
                .tags("environment", this.environment)
                .serviceLevelObjectives(
                        Duration.ofNanos(250_000),
                        Duration.ofNanos(500_000),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        Duration.ofMillis(5),
                        Duration.ofMillis(25),
                        Duration.ofMillis(100))
                .register(registry);
        for (FeedName feed : FeedName.values()) {
            for (DetectionLags.Event event : DetectionLags.Event.values()) {
                sightLag(feed, event);
            }
        }
    }

    void lag(DetectionLags.DetectionLag lag) {
        sightLag(lag.feed(), lag.event()).record(lag.lag());
    }

    void answerToSignal(Duration time) {
        answerToSignal.record(time);
    }

    private Timer sightLag(FeedName feed, DetectionLags.Event event) {
        return Timer.builder("firstfill.scanner.feed.sight.lag")
                .tags(
                        "environment",
                        environment,
                        "feed",
                        feed.label(),
                        "event",
                        event.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30))
                .register(registry);
    }
}
