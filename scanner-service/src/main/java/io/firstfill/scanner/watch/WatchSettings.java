package io.firstfill.scanner.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of how the engine publishes and warms up. */
@ConfigMapping(prefix = "firstfill.scanner")
public interface WatchSettings {
    /** The shortest time between two records of the baseline. */
    Duration baselineInterval();

    /**
     * The time after the signal of a surprise in which nothing else is published and exchangeInfo is not polled: the
     * order for the surprise goes first.
     */
    @WithDefault("PT0.05S")
    Duration pauseAfterSurprise();

    /** The number of detections that are run at start, without effect, so that the first real one is not slow. */
    int warmUpRounds();
}
