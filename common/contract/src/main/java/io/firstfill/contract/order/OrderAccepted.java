package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import java.util.Objects;

/**
 * The exchange has acknowledged the order. The acknowledgement does not say whether anything was filled.
 *
 * @param probes number of answers "not open yet" before this one
 */
public record OrderAccepted(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        ExchangeOrderId exchangeOrderId,
        int probes,
        Timeline timeline)
        implements OrderStep {
    public OrderAccepted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(exchangeOrderId, "exchangeOrderId");
        Objects.requireNonNull(timeline, "timeline");
    }
}
