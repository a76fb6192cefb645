package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.ListingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects prices of a listing, in the order of time.
 *
 * @param after the time of the last price of the page before; null for the first page
 * @param from inclusive; null means any
 * @param to exclusive; null means any
 */
public record PriceRequest(
        @Nullable Instant after,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {
    /** Returns what identifies the listing and the bounds: a cursor continues no other query. */
    public String query(ListingId listing) {
        return "prices of " + listing + " from " + from + " to " + to;
    }
}
