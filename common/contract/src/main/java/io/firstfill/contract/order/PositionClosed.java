package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import java.util.Objects;

/** A position holds nothing any more. */
public record PositionClosed(
        Meta meta, EnvironmentId environment, RunId runId, PositionId positionId, Pair pair, Amount proceeds)
        implements OrderEvent {
    public PositionClosed {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(proceeds, "proceeds");
    }
}
