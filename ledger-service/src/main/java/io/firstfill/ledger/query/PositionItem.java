package io.firstfill.ledger.query;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.PositionHolder;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is or was held from fills. */
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
