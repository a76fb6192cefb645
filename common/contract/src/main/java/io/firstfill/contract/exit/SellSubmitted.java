package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sell is submitted; after a crash it may exist at the exchange. The event is durable before the request leaves.
 *
 * @param attempt of its exit, from 1
 * @param limitPrice lowest price; null for a market order
 * @param validUntil timestamp + recvWindow of the last request: the exchange cannot accept it later
 */
@Since(4)
public record SellSubmitted(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        ClientOrderId clientOrderId,
        MessageId exit,
        int attempt,
        OrderType orderType,
        Quantity quantity,
        @Nullable Price limitPrice,
        Instant validUntil,
        SellTimeline timeline)
        implements SellStep {
    public SellSubmitted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(orderType, "orderType");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(timeline, "timeline");
    }
}
