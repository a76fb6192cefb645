package io.firstfill.service.kafka.heartbeat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The signs of life of a service. */
@ConfigMapping(prefix = "firstfill.heartbeat")
interface HeartbeatSettings {
    /** The switch of the signs of life: on for scanner, trader and risk. */
    @WithDefault("false")
    boolean enabled();

    /** The time between two signs for an environment. Control calls a service silent after four of them. */
    @WithDefault("PT2S")
    Duration interval();
}
