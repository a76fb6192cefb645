package io.firstfill.service.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The lease by which an instance makes sure that no other instance acts for its partitions (decision 5). */
@ConfigMapping(prefix = "firstfill.lease")
public interface LeaseSettings {
    /** The name of the instance, in its consumer group and in logs. */
    @WithDefault("unnamed")
    String instance();

    /**
     * How long a renewal holds from the moment of its request; a successor waits as long before it acts. Without a
     * duration there is no lease and the instance always acts: for services that act on nothing but Kafka and their
     * own database.
     */
    Optional<Duration> duration();

    /**
     * How long an act begun within the lease may still take effect after it: for orders at least the longest
     * recvWindow, 1 s.
     */
    @WithDefault("PT1.25S")
    Duration margin();

    /** The time between two renewals: a small part of the lease, so that one slow renewal does not lose the lease. */
    @WithDefault("PT0.5S")
    Duration renewInterval();
}
