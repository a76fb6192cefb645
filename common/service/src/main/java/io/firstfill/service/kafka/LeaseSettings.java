package io.firstfill.service.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How an instance makes sure that no other one acts for its partitions. */
@ConfigMapping(prefix = "firstfill.lease")
public interface LeaseSettings {
    /** The instance, as its group and people know it. */
    @WithDefault("unnamed")
    String instance();

    /**
     * How long a proof of membership holds from the moment it was asked for; a successor waits as long before it acts.
     * Without it nothing is proved: for services that do nothing outside of Kafka and their own database.
     */
    Optional<Duration> duration();

    /** How long an act begun within the lease may still take effect: for orders at least the longest recvWindow, 1 s. */
    @WithDefault("PT1.25S")
    Duration margin();

    /** Between two proofs; a small part of the lease, so that a slow one loses nothing. */
    @WithDefault("PT0.5S")
    Duration renewInterval();
}
