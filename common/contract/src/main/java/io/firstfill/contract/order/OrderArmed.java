package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Objects;

/**
 * A scheduled buy is prepared and waits for its opening time. The event is durable before the opening: after a crash
 * past the opening time, the order may exist at the exchange.
 */
public record OrderArmed(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        PermitId permitId,
        Amount quoteAmount,
        Instant openingTime)
        implements OrderStep {
    public OrderArmed {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(permitId, "permitId");
        Objects.requireNonNull(quoteAmount, "quoteAmount");
        Objects.requireNonNull(openingTime, "openingTime");
    }
}
