package io.firstfill.ledger.web;

import io.firstfill.contract.id.ListingId;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.ItemKey;
import io.firstfill.ledger.query.report.PriceRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the prices of a listing. */
class PriceParameters {
    @QueryParam("from")
    @Parameter(description = "Inclusive", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Exclusive", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String to;

    @QueryParam("limit")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "100"))
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "nextCursor of the page before, with the same filters",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9_-]{1,2000}$"))
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
