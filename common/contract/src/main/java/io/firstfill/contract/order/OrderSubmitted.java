package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Side;
import java.time.Instant;
import java.util.Objects;

/**
 * The order is submitted; after a crash it may exist at the exchange. The event is durable before the request of a
 * surprise leaves. For a scheduled buy {@link OrderArmed} is durable before, and this event becomes durable while the
 * request is on its way.
 *
 * @param attempt from 1
 * @param validUntil timestamp + recvWindow of the last request: the exchange cannot accept it later
 */
public record OrderSubmitted(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        PermitId permitId,
        Side side,
        OrderType orderType,
        Amount quoteAmount,
        int attempt,
        Instant validUntil,
        Timeline timeline)
        implements OrderStep {
    public OrderSubmitted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(permitId, "permitId");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(orderType, "orderType");
        Objects.requireNonNull(quoteAmount, "quoteAmount");
        Objects.requireNonNull(validUntil, "validUntil");
        Objects.requireNonNull(timeline, "timeline");
    }
}
