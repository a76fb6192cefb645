package io.firstfill.ledger.query;

import io.firstfill.contract.order.Hop;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are measured. One environment: paper and live money have nothing to say of each other's speed.
 *
 * @param from first step of the order, inclusive; null means any
 * @param to exclusive; null means any
 * @param kind null means both, each by itself
 */
public record LatencyFilter(
        EnvironmentId environment,
        @Nullable Instant from,
        @Nullable Instant to,
        Hop.@Nullable Kind kind) {
    public LatencyFilter {
        Objects.requireNonNull(environment, "environment");
    }
}
