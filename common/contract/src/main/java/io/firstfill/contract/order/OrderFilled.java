package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order is filled completely.
 *
 * @param filledAmount quote spent
 * @param furtherAttempt true where another attempt buys the rest of the listing's amount; null where none follows, and
 *     in records written before it was stated
 */
public record OrderFilled(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        ExchangeOrderId exchangeOrderId,
        Quantity filledQuantity,
        Amount filledAmount,
        Price averagePrice,
        Timeline timeline,
        @Nullable Boolean furtherAttempt)
        implements OrderStep {
    public OrderFilled {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exchangeOrderId, "exchangeOrderId");
        Objects.requireNonNull(filledQuantity, "filledQuantity");
        Objects.requireNonNull(filledAmount, "filledAmount");
        Objects.requireNonNull(averagePrice, "averagePrice");
        Objects.requireNonNull(timeline, "timeline");
    }

    /** Creates an end after which nothing more is bought of the listing. */
    public OrderFilled(
            Meta meta,
            EnvironmentId environment,
            RunId runId,
            ListingId listingId,
            Pair pair,
            ClientOrderId clientOrderId,
            ExchangeOrderId exchangeOrderId,
            Quantity filledQuantity,
            Amount filledAmount,
            Price averagePrice,
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
                timeline,
                null);
    }

    /** Returns the end as one that another attempt follows. */
    public OrderFilled followed() {
        return new OrderFilled(
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
                timeline,
                true);
    }
}
