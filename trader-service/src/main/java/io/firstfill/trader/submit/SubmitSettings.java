package io.firstfill.trader.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the requests for an order that its pair does not take yet. */
@ConfigMapping(prefix = "firstfill.trader.submit")
public interface SubmitSettings {
    /** Time between two requests of one order while the pair is not open: ten a second stay under the exchange's 12. */
    @WithDefault("PT0.1S")
    Duration probeInterval();

    /** Requests of the first volley around a scheduled opening, shared by listings that open in the same second. */
    @WithDefault("7")
    int probeBurst();

    /** Time between two requests of the volley: recorded openings came 23 and 39 ms after the announced time. */
    @WithDefault("PT0.007S")
    Duration probeBurstGap();

    /**
     * The time after the opening in which "symbol not support api" may still mean that it has not opened; later the
     * pair is barred.
     */
    @WithDefault("PT3S")
    Duration barredAfter();
}
