package io.firstfill.trader.mexc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the measurement of the exchange's clock, and of the trust in it. */
@ConfigMapping(prefix = "firstfill.trader.clock")
interface ClockSettings {
    /** Between two readings of the exchange's clock. */
    @WithDefault("PT5S")
    Duration interval();

    /** The exchange's clock must be known at least this well before anything is armed on it. */
    @WithDefault("PT0.15S")
    Duration maxUncertainty();

    /**
     * In parts per million: the drift assumed possible between two readings, and the drift beyond which an alert is
     * raised.
     */
    @WithDefault("50")
    int maxDrift();

    /** A reading of the exchange's clock older than this is not trusted. */
    @WithDefault("PT30S")
    Duration maxAge();
}
