package io.firstfill.ledger.query;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position: what a run holds or held of a pair from its fills.
 *
 * @param status OPEN or CLOSED
 */
public record PositionItem(
        EnvironmentId environment,
        PositionId positionId,
        RunId runId,
        Pair pair,
        String status,
        @Nullable Quantity quantity,
        @Nullable Amount cost,
        @Nullable Price averagePrice,
        @Nullable Amount proceeds,
        @Nullable PositionHolder heldBy,
        Instant openedAt,
        Instant changedAt,
        @Nullable Instant closedAt) {}
