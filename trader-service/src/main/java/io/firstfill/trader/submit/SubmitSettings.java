package io.firstfill.trader.submit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the requests for an order that its pair does not take yet. */
@ConfigMapping(prefix = "firstfill.trader.submit")
public interface SubmitSettings {
    /**
     * The shortest time between two requests of one order while the pair is not open, outside the second of its
     * opening; longer where the order rate, less a reserve, is divided among several. In that second the same rate is
     * spent on the likely time.
     */
    @WithDefault("PT0.1S")
    Duration probeInterval();

    /**
     * The time after the opening in which "symbol not support api" may still mean that it has not opened; later the
     * pair is barred.
     */
    @WithDefault("PT3S")
    Duration barredAfter();
}
