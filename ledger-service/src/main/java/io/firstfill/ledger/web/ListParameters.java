package io.firstfill.ledger.web;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ApiList.Accepted;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.PageRequest;
import io.firstfill.ledger.query.PageRequest.Filters;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of every list. An unreadable value is rejected, because to ignore it would show the wrong rows. */
public class ListParameters {
    private static final String NO_FILTER = "is not a filter of this list";
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,49}");
    /** A filter of more values would cost more descents of the index than a list of them is worth. */
    private static final int MOST_REASONS = 10;

    @QueryParam("environment")
    @Nullable String environment;

    @QueryParam("from")
    @Parameter(description = "Inclusive", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Exclusive", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String to;

    @QueryParam("status")
    @Parameter(description = "One status or several, separated by commas")
    @Nullable String status;

    @QueryParam("runId")
    @Nullable String runId;

    @QueryParam("pair")
    @Parameter(description = "BASE/QUOTE")
    @Nullable String pair;

    @QueryParam("kind")
    @Parameter(description = "One kind or several, separated by commas")
    @Nullable String kind;

    @QueryParam("reason")
    @Parameter(description = "One reason or several, separated by commas; at most 10")
    @Nullable String reason;

    @QueryParam("limit")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "100"))
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "nextCursor of the page before, with the same filters",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9_-]{1,2000}$"))
    @Nullable String cursor;

    @Context
    @Nullable UriInfo uri;

    public PageRequest pageRequest(ApiList<?> list) {
        Violations violations = new Violations();
        PageRequest request = read(list, violations);
        violations.throwIfAny();
        return request;
    }

    /** An export has no pages. */
    void refusePages(Violations violations) {
        given().keySet().stream()
                .filter(Set.of("limit", "cursor")::contains)
                .forEach(name -> violations.add(name, "is not a parameter of an export"));
    }

    /** Returns the parameters as the caller wrote them. */
    Map<String, String> given() {
        return uri == null ? Map.of() : given(uri);
    }

    static Map<String, String> given(UriInfo uri) {
        return uri.getQueryParameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join(",", entry.getValue())));
    }

    private PageRequest read(ApiList<?> list, Violations violations) {
        PageRequest first = new PageRequest(
                Parameters.environment(environment, violations),
                violations.read("from", from, "must be an RFC 3339 time", Parameters::time),
                violations.read("to", to, "must be an RFC 3339 time", Parameters::time),
                filters(list.filters(), violations),
                Parameters.limit(limit, violations),
                null);
        Cursor end = violations.read(
                "cursor",
                cursor,
                "must be the nextCursor of a page before, with the same filters",
                text -> Cursor.parse(text, list.keyType())
                        .filter(encoded -> encoded.query().equals(first.query(list)))
                        .map(Cursor.Encoded::cursor));
        return first.after(end);
    }

    private Filters filters(Accepted accepted, Violations violations) {
        return new Filters(
                several("status", status, accepted.statuses(), violations),
                violations.read(
                        "runId",
                        runId,
                        accepted.byRun() ? "must be a UUID" : NO_FILTER,
                        text -> accepted.byRun() ? Parameters.value(RunId::of).apply(text) : Optional.empty()),
                violations.read(
                        "pair",
                        pair,
                        accepted.byPair() ? "must look like BASE/QUOTE" : NO_FILTER,
                        text -> accepted.byPair() ? Parameters.value(Pair::of).apply(text) : Optional.empty()),
                several("kind", kind, accepted.kinds(), violations),
                reasons(accepted, violations));
    }

    private static List<String> several(
            String name, @Nullable String text, List<String> accepted, Violations violations) {
        String expected = accepted.isEmpty() ? NO_FILTER : "must be one or several of " + String.join(", ", accepted);
        List<String> values = violations.read(name, text, expected, Parameters.severalOf(accepted::contains));
        return values == null ? List.of() : values;
    }

    private List<String> reasons(Accepted accepted, Violations violations) {
        List<String> values = violations.read(
                "reason",
                reason,
                accepted.byReason() ? "must be at most 10 reason codes of A to Z, 0 to 9 and _" : NO_FILTER,
                text -> accepted.byReason()
                        ? Parameters.severalOf(REASON.asMatchPredicate())
                                .apply(text)
                                .filter(codes -> codes.size() <= MOST_REASONS)
                        : Optional.empty());
        return values == null ? List.of() : values;
    }
}
