package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order has ended without being filled completely. A cancelled market order may be partly filled.
 *
 * @param filledAmount quote spent
 * @param furtherAttempt true where another attempt for the listing follows, for the rest where a part was bought; null
 *     where none does, and in records written before it was stated
 */
public record OrderCanceled(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        ExchangeOrderId exchangeOrderId,
        Quantity filledQuantity,
        Amount filledAmount,
        @Nullable Price averagePrice,
        CancelReason reason,
        Timeline timeline,
        @Nullable Boolean furtherAttempt)
        implements OrderStep {
    public OrderCanceled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exchangeOrderId, "exchangeOrderId");
        Objects.requireNonNull(filledQuantity, "filledQuantity");
        Objects.requireNonNull(filledAmount, "filledAmount");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(timeline, "timeline");
    }

    /** Creates an end after which the listing is not tried again. */
    public OrderCanceled(
            Meta meta,
            EnvironmentId environment,
            RunId runId,
            ListingId listingId,
            Pair pair,
            ClientOrderId clientOrderId,
            ExchangeOrderId exchangeOrderId,
            Quantity filledQuantity,
            Amount filledAmount,
            @Nullable Price averagePrice,
            CancelReason reason,
            Timeline timeline) {
        this(
                meta,
                environment,
                runId,
                listingId,
                pair,
                clientOrderId,
                exchangeOrderId,
                filledQuantity,
                filledAmount,
                averagePrice,
                reason,
                timeline,
                null);
    }

    /** Returns the end as one that another attempt follows. */
    public OrderCanceled followed() {
        return new OrderCanceled(
                meta,
                environment,
                runId,
                listingId,
                pair,
                clientOrderId,
                exchangeOrderId,
                filledQuantity,
                filledAmount,
                averagePrice,
                reason,
                timeline,
                true);
    }
}
