package io.firstfill.trader.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the start waits for the orders of the past. */
@ConfigMapping(prefix = "firstfill.trader.recovery")
public interface RecoverySettings {
    /** Longest wait at the start for the orders of the past to be looked up; the rest is settled while working. */
    @WithDefault("PT10S")
    Duration limit();
}
