package io.firstfill.ledger.web;

import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.ItemKey;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of whatever is read page by page: the span of time, and where a page begins and how long it is. */
class PageParameters {
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

    @Nullable Instant from(Violations violations) {
        return violations.read("from", from, "must be an RFC 3339 time", Parameters::time);
    }

    @Nullable Instant to(Violations violations) {
        return violations.read("to", to, "must be an RFC 3339 time", Parameters::time);
    }

    int limit(Violations violations) {
        return Parameters.limit(limit, violations);
    }

    /** Returns the end of the page before; null for the first page. A cursor of another query is a violation. */
    @Nullable Cursor end(ItemKey key, String query, Violations violations) {
        return violations.read(
                "cursor",
                cursor,
                "must be the nextCursor of a page before, with the same filters",
                text -> Cursor.parse(text, key)
                        .filter(encoded -> encoded.query().equals(query))
                        .map(Cursor.Encoded::cursor));
    }
}
