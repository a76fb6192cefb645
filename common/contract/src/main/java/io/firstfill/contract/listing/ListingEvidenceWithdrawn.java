package io.firstfill.contract.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * A person has taken back what was announced by hand. The listing stays while a feed states it; where none does,
 * ListingWithdrawn follows.
 */
@Since(3)
public record ListingEvidenceWithdrawn(
        Meta meta,
        EnvironmentId environment,
        ListingId listingId,
        Pair pair,
        ListingSource source,
        Actor withdrawnBy,
        String reason)
        implements ListingEvent {
    public ListingEvidenceWithdrawn {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(withdrawnBy, "withdrawnBy");
        reason = Texts.clean(reason);
    }
}
