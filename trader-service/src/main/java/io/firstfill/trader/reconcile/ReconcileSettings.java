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

    /**
     * Whether the fallback of a market order that the private stream shows cancelled, with nothing bought, begins
     * without a look-up before it (decision 6). The order stays open, and its permit spent, until a look-up settles it.
     */
    @WithDefault("true")
    boolean pushEndsMarketOrders();

    /** The time that look-ups may fail before a person is called. */
    @WithDefault("PT60S")
    Duration resolveLimit();
}
