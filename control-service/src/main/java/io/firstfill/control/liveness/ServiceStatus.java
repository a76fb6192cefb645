package io.firstfill.control.liveness;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service works for an environment.
 *
 * @param service such as {@code trader}; {@code control} while control itself reads nothing, and then the others are as
 *     they were when it read last
 * @param alive whether an instance has given a sign of life lately
 * @param lastHeardAt of a silent service; absent while it is alive, so that a status stays the same, and when none was
 *     heard since control started
 * @param instances the instances that are alive
 */
public record ServiceStatus(
        String service, boolean alive, @Nullable Instant lastHeardAt, List<String> instances) {
    public ServiceStatus {
        instances = List.copyOf(instances);
    }
}
