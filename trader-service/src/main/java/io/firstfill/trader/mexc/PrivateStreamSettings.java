package io.firstfill.trader.mexc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the private stream, where an environment has one. */
@ConfigMapping(prefix = "firstfill.trader.stream")
interface PrivateStreamSettings {
    /** Longest wait for a socket to be open. */
    @WithDefault("PT5S")
    Duration connect();

    /** Between two pings; the exchange closes a socket after 60 s of silence. */
    @WithDefault("PT15S")
    Duration ping();

    /** A socket without any message for this long counts as dead. */
    @WithDefault("PT40S")
    Duration silence();

    /** A socket is replaced after this; the exchange ends it after 24 h. */
    @WithDefault("PT23H")
    Duration life();

    /** Between two requests for a subscription that was refused. */
    @WithDefault("PT1S")
    Duration resubscribe();

    /** Between two extensions of the listen key, which lives 60 minutes. */
    @WithDefault("PT30M")
    Duration keyExtension();

    /** Wait after the first failure to connect; doubled for each further one. */
    @WithDefault("PT0.25S")
    Duration firstBackOff();

    /** Longest wait between two attempts to connect. */
    @WithDefault("PT30S")
    Duration longestBackOff();
}
