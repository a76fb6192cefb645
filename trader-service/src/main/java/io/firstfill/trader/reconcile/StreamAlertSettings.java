package io.firstfill.trader.reconcile;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the alert that the private stream is down. */
@ConfigMapping(prefix = "firstfill.trader.stream-alert")
public interface StreamAlertSettings {
    /** The time that the stream may be down while orders are open. */
    @WithDefault("PT3S")
    Duration after();
}
