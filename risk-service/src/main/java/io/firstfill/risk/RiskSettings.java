package io.firstfill.risk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What deployments choose about permits. */
@ConfigMapping(prefix = "firstfill.risk")
public interface RiskSettings {
    /** Unspent permits the trader has at hand: more listings at the same instant find none. */
    @WithDefault("5")
    int poolSize();

    /** From grant to expiry; the trader gives a permit back when less than 2 minutes remain. */
    @WithDefault("PT5M")
    Duration permitTtl();

    /** Where Kafka Streams keeps its locks; one directory per stack, kept over restarts. */
    Path stateDir();

    /** Copies of the books' changelog; 3 where there are three brokers. */
    int replicationFactor();

    /** Warm copies of the books on other instances. */
    @WithDefault("0")
    int standbyReplicas();
}
