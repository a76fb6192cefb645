package io.firstfill.trader.mark;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the prices of held positions. */
@ConfigMapping(prefix = "firstfill.mark")
public interface MarkSettings {
    /**
     * Between two questions, and the age of a pushed price from which it is asked for. Each question costs 10 of the
     * trader's 40 of request weight in 10 seconds.
     */
    @WithDefault("PT2.5S")
    Duration pollInterval();

    /** The age up to which a price triggers an exit; more than two polls, so that two readings can be in a row. */
    @WithDefault("PT6S")
    Duration fresh();

    /** The shortest time between two reports. */
    @WithDefault("PT1S")
    Duration reportInterval();

    /** How long a position with a plan may be without a fresh price before people are told. */
    @WithDefault("PT15S")
    Duration staleAlert();
}
