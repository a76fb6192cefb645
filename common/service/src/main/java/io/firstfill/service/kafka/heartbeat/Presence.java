package io.firstfill.service.kafka.heartbeat;

import io.firstfill.contract.id.EnvironmentId;

/** Says for which environments this instance of a service works at this moment. */
@FunctionalInterface
public interface Presence {
    boolean worksFor(EnvironmentId environment);
}
