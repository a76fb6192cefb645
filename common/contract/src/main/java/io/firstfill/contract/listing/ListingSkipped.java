package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/** A run does not buy a listing, with the reason. */
public record ListingSkipped(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        RunId runId,
        SkipReason reason,
        String detail)
        implements ListingEvent {
    public ListingSkipped {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(reason, "reason");
        detail = Texts.clean(detail);
    }
}
