package io.firstfill.contract.heartbeat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import java.time.Instant;
import java.util.Objects;

/**
 * An instance of a service works for the environment. Written every 2 seconds.
 *
 * @param service such as {@code trader}
 * @param instance the name of the process among those of its service
 * @param startedAt when the process started
 */
@Since(3)
public record Heartbeat(Meta meta, EnvironmentId environment, String service, String instance, Instant startedAt)
        implements HeartbeatEvent {
    public Heartbeat {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(instance, "instance");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
