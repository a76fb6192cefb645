package io.firstfill.risk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The settings of permits, and of the Kafka Streams state behind the risk books. */
@ConfigMapping(prefix = "firstfill.risk")
public interface RiskSettings {
    /** Number of unspent permits granted to the trader. More listings than that at one instant find no permit. */
    @WithDefault("5")
    int poolSize();

    /** Time from grant to expiry. The trader returns a permit when less than 2 minutes of that time remain. */
    @WithDefault("PT5M")
    Duration permitTtl();

    /** The directory of the Kafka Streams locks: one directory per stack, kept over restarts. */
    Path stateDir();

    /** Replication factor of the risk books' changelog; 3 where there are three brokers. */
    int replicationFactor();

    /** Standby replicas of the risk books on other instances. */
    @WithDefault("0")
    int standbyReplicas();
}
