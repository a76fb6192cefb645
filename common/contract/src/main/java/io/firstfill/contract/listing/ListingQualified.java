package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Pair;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The verdict on whether a listing can be bought, published whenever the verdict changes. */
public record ListingQualified(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        Verdict verdict,
        List<String> reasons,
        @Nullable TradingRules rules)
        implements ListingEvent {
    public ListingQualified {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(verdict, "verdict");
        reasons = List.copyOf(reasons);
    }
}
