package io.firstfill.ledger.web;

import io.firstfill.contract.id.ListingId;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.ItemKey;
import io.firstfill.ledger.query.report.PriceRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the prices of a listing. */
class PriceParameters {
    @QueryParam("from")
    @Parameter(description = "RFC 3339, inclusive")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "RFC 3339, exclusive")
    @Nullable String to;

    @QueryParam("limit")
    @Parameter(description = "1 to 500, 100 when left out")
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    @Nullable String cursor;

    PriceRequest request(ListingId listing) {
        Violations violations = new Violations();
        PriceRequest first = new PriceRequest(
                null,
                violations.read("from", from, "must be an RFC 3339 time", Parameters::time),
                violations.read("to", to, "must be an RFC 3339 time", Parameters::time),
                Parameters.limit(limit, violations));
        Cursor end = violations.read(
                "cursor",
                cursor,
                "must be the nextCursor of a page before, with the same filters",
                text -> Cursor.parse(text, ItemKey.UNIQUE_ID)
                        .filter(encoded -> encoded.query().equals(first.query(listing)))
                        .map(Cursor.Encoded::cursor));
        violations.throwIfAny();
        return new PriceRequest(end == null ? null : end.time(), first.from(), first.to(), first.limit());
    }
}
