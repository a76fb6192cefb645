package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The quantity or the cost of a position has changed.
 *
 * @param clientOrderId the order whose fee was taken from what it bought; null where an order has added to the position
 * @param feeQuantity the fee of that order, in the base asset; the quantity is without it
 * @param otherFees the fees of that order that were taken in other assets, by asset; neither quantity nor cost is
 *     changed by them. Null where there are none, and in records written before they were stated
 * @param sold all that was sold of the position, in the base asset; the quantity is what is left. Null where nothing
 *     was
 * @param proceeds all that the sells have brought, in quote and less the fees taken in quote; null where nothing was
 *     sold
 */
public record PositionChanged(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        Quantity quantity,
        Amount cost,
        @Nullable Price averagePrice,
        @Nullable ClientOrderId clientOrderId,
        @Nullable Quantity feeQuantity,
        @Nullable Map<Asset, Amount> otherFees,
        @Nullable Quantity sold,
        @Nullable Amount proceeds)
        implements OrderEvent {
    public PositionChanged {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(cost, "cost");
        otherFees = otherFees == null ? null : Map.copyOf(otherFees);
    }

    /** An order has added to the position, or its fee was taken; nothing was sold. */
    public PositionChanged(
            Meta meta,
            EnvironmentId environment,
            RunId runId,
            PositionId positionId,
            Pair pair,
            Quantity quantity,
            Amount cost,
            @Nullable Price averagePrice,
            @Nullable ClientOrderId clientOrderId,
            @Nullable Quantity feeQuantity,
            @Nullable Map<Asset, Amount> otherFees) {
        this(
                meta,
                environment,
                runId,
                positionId,
                pair,
                quantity,
                cost,
                averagePrice,
                clientOrderId,
                feeQuantity,
                otherFees,
                null,
                null);
    }

    /** An order has added to the position. */
    public PositionChanged(
            Meta meta,
            EnvironmentId environment,
            RunId runId,
            PositionId positionId,
            Pair pair,
            Quantity quantity,
            Amount cost,
            @Nullable Price averagePrice) {
        this(meta, environment, runId, positionId, pair, quantity, cost, averagePrice, null, null, null);
    }
}
