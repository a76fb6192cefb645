package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.util.Objects;

/** The first fill of a pair in a run has opened a position. */
public record PositionOpened(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        Quantity quantity,
        Amount cost,
        Price averagePrice,
        PositionHolder heldBy)
        implements OrderEvent {
    public PositionOpened {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(cost, "cost");
        Objects.requireNonNull(averagePrice, "averagePrice");
        Objects.requireNonNull(heldBy, "heldBy");
    }
    /** The same of a run with an exit plan. */
    public PositionOpened heldByPlan() {
        return new PositionOpened(
                meta,
                environment,
                runId,
                positionId,
                pair,
                quantity,
                cost,
                averagePrice,
                PositionHolder.EXIT_PLAN);
    }
}
