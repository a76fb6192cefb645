package io.firstfill.ledger.query;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.Hop;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Selects the orders that are measured. The environment is required, because latencies of paper trading say nothing
 * about those of live trading.
 *
 * @param run null means any
 * @param from first step of the order, inclusive; null means any
 * @param to exclusive; null means any
 * @param kind null means both kinds, each measured by itself
 */
public record LatencyFilter(
        EnvironmentId environment,
        @Nullable RunId run,
        @Nullable Instant from,
        @Nullable Instant to,
        Hop.@Nullable Kind kind) {
    public LatencyFilter {
        Objects.requireNonNull(environment, "environment");
    }
}
