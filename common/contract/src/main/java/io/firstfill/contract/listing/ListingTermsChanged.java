package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * The terms of one listing, as a person set them, from now on.
 */
@Since(3)
public record ListingTermsChanged(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        ListingTerms terms,
        Actor changedBy,
        String reason)
        implements ListingEvent {
    public ListingTermsChanged {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(changedBy, "changedBy");
        reason = Texts.clean(reason);
    }
}
