package io.firstfill.contract.exit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.Texts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sell in doubt is resolved, or handed to the operator.
 *
 * @param exchangeOrderId null where the exchange has no such order
 * @param filledQuantity base sold by the order so far; null where nothing is known to be filled
 * @param filledAmount quote received for it, before fees
 * @param fees of the order so far by asset; null where they are not known
 */
@Since(4)
public record SellResolved(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        PositionId positionId,
        Pair pair,
        ClientOrderId clientOrderId,
        MessageId exit,
        Resolution resolution,
        String detail,
        @Nullable ExchangeOrderId exchangeOrderId,
        @Nullable Quantity filledQuantity,
        @Nullable Amount filledAmount,
        @Nullable Price averagePrice,
        @Nullable Map<Asset, Amount> fees)
        implements SellStep {
    public SellResolved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(positionId, "positionId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exit, "exit");
        Objects.requireNonNull(resolution, "resolution");
        detail = Texts.clean(detail);
        fees = fees == null ? null : Map.copyOf(fees);
    }
}
