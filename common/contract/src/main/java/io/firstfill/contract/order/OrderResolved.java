package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/** An unresolved order is resolved, or handed to the operator. */
public record OrderResolved(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        Resolution resolution,
        String detail)
        implements OrderStep {
    public OrderResolved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(resolution, "resolution");
        detail = Texts.clean(detail);
    }
}
