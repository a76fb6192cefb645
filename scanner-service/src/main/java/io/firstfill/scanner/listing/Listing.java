package io.firstfill.scanner.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One pair and one opening.
 *
 * <pre>
 *   scheduled ─▶ Awaited ─▶ Opened ◀─ surprise
 *                   └─────▶ Withdrawn
 * </pre>
 *
 * A withdrawn listing that comes back is a new one.
 */
public sealed interface Listing permits Awaited, Opened, Withdrawn {
    Origin origin();

    /** Null for a surprise. */
    @Nullable Instant opening();

    default ListingId id() {
        return origin().id();
    }

    default Pair pair() {
        return origin().pair();
    }

    /**
     * First sight.
     *
     * @param announced of the announcement, which everything about the listing follows from
     */
    record Origin(ListingId id, Pair pair, ListingSource source, Instant detectedAt, Meta announced) {}
}
