package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A position has ended: it holds nothing that could be sold any more.
 *
 * @param proceeds all that its sells have brought, in quote and less the fees taken in quote
 * @param reason null in records written before it was stated
 * @param left what could not be sold; null where nothing is left
 * @param leftWorth what that is worth at the last bid, in quote; null where no price is known
 */
public record PositionClosed(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        Amount proceeds,
        @Nullable PositionEnd reason,
        @Nullable Quantity left,
        @Nullable Amount leftWorth)
        implements OrderEvent {
    public PositionClosed {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(proceeds, "proceeds");
    }

    /** Creates an end that states no reason. */
    public PositionClosed(
            Meta meta, EnvironmentId environment, RunId runId, PositionId positionId, Pair pair, Amount proceeds) {
        this(meta, environment, runId, positionId, pair, proceeds, null, null, null);
    }
}
