package io.firstfill.trader.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the recovery: the time that orders wait at the start for those of the past. */
@ConfigMapping(prefix = "firstfill.trader.recovery")
public interface RecoverySettings {
    /** Orders wait that long at the start for those of the past to be looked up; the rest is settled while working. */
    @WithDefault("PT10S")
    Duration limit();
}
