package io.firstfill.contract.price;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Pair;
import java.util.List;
import java.util.Objects;

/**
 * Prices of a listing from a minute before its opening to an hour after, some seconds at a time.
 *
 * @param points in the order of time
 */
@Since(3)
public record PricesRecorded(
        Meta meta, EnvironmentId environment, ListingId listingId, Pair pair, List<PricePoint> points)
        implements PriceEvent {
    public PricesRecorded {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(pair, "pair");
        points = List.copyOf(points);
    }
}
