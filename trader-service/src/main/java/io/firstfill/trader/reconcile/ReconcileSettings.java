package io.firstfill.trader.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long orders are looked up. */
@ConfigMapping(prefix = "firstfill.trader.reconcile")
public interface ReconcileSettings {
    /** How long the exchange may hide an order it has taken. */
    @WithDefault("PT2S")
    Duration visibilityDelay();

    /** How long look-ups may fail before a person is called. */
    @WithDefault("PT60S")
    Duration resolveLimit();
}
