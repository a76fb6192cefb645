package io.firstfill.scanner.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One opening of one pair.
 *
 * <pre>
 *   scheduled ─▶ Awaited ─▶ Opened ◀─ surprise
 *                   └─────▶ Withdrawn
 * </pre>
 *
 * A withdrawn listing that a source states again is a new listing.
 */
public sealed interface Listing permits Awaited, Opened, Withdrawn {
    Origin origin();

    /** The opening that holds; null for a surprise. */
    @Nullable Instant opening();

    default ListingId id() {
        return origin().id();
    }

    default Pair pair() {
        return origin().pair();
    }

    /**
     * The detection of a listing.
     *
     * @param announced the metadata of the announcement, which all later events of the listing follow from
     */
    record Origin(ListingId id, Pair pair, ListingSource source, Instant detectedAt, Meta announced) {}
}
