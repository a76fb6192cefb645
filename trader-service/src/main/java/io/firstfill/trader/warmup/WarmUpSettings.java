package io.firstfill.trader.warmup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the warm-up, which keeps the way of an order warm. */
@ConfigMapping(prefix = "firstfill.trader.warm-up")
public interface WarmUpSettings {
    /** The pair of the test orders; any long-listed one. */
    @WithDefault("BTCUSDT")
    String symbol();

    /** Between two warm-ups; shorter than the connections' idle time of 50 s. */
    @WithDefault("PT20S")
    Duration interval();
}
