package io.firstfill.trader.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the look-ups of orders. */
@ConfigMapping(prefix = "firstfill.trader.reconcile")
public interface ReconcileSettings {
    /** The time that the exchange may hide an order it has taken. */
    @WithDefault("PT2S")
    Duration visibilityDelay();

    /** The time that look-ups may fail before a person is called. */
    @WithDefault("PT60S")
    Duration resolveLimit();
}
