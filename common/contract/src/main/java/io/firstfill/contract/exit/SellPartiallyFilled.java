package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sell is partly filled and still open.
 *
 * @param filledQuantity base sold by the order so far
 * @param filledAmount quote received for it, before fees
 * @param fees of the order so far by asset; null where they are not known
 */
@Since(4)
public record SellPartiallyFilled(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        ClientOrderId clientOrderId,
        MessageId exit,
        ExchangeOrderId exchangeOrderId,
        Quantity filledQuantity,
        Amount filledAmount,
        @Nullable Price averagePrice,
        @Nullable Map<Asset, Amount> fees,
        @Nullable SellTimeline timeline)
        implements SellStep {
    public SellPartiallyFilled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(exchangeOrderId, "exchangeOrderId");
        Objects.requireNonNull(filledQuantity, "filledQuantity");
        Objects.requireNonNull(filledAmount, "filledAmount");
        fees = fees == null ? null : Map.copyOf(fees);
    }
}
