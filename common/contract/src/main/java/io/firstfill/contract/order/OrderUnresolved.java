package io.firstfill.contract.order;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The exchange's answer to the order is unknown. The permit stays spent, and the order is not sent again. */
public record OrderUnresolved(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ListingId listingId,
        Pair pair,
        ClientOrderId clientOrderId,
        Ambiguity ambiguity,
        String detail,
        @Nullable Timeline timeline)
        implements OrderStep {
    public OrderUnresolved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(clientOrderId, "clientOrderId");
        Objects.requireNonNull(ambiguity, "ambiguity");
        detail = Texts.clean(detail);
    }
}
