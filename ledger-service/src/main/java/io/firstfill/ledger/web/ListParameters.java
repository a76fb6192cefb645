package io.firstfill.ledger.web;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.PageRequest;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of every list. An unreadable value is rejected, because to ignore it would show the wrong rows. */
class ListParameters {
    private static final Set<String> NAMES =
            Set.of("environment", "from", "to", "status", "runId", "pair", "limit", "cursor");

    @QueryParam("environment")
    @Nullable String environment;

    @QueryParam("from")
    @Parameter(description = "RFC 3339, inclusive")
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "RFC 3339, exclusive")
    @Nullable String to;

    @QueryParam("status")
    @Nullable String status;

    @QueryParam("runId")
    @Nullable String runId;

    @QueryParam("pair")
    @Parameter(description = "BASE/QUOTE")
    @Nullable String pair;

    @QueryParam("limit")
    @Parameter(description = "1 to 500, 100 when left out")
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before")
    @Nullable String cursor;

    @Context
    @Nullable UriInfo uri;

    PageRequest pageRequest(ApiList<?> list) {
        Violations violations = new Violations();
        violations.addUnknown(uri, NAMES);
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
        int pageSize = Parameters.limit(limit, violations);
        return new PageRequest(
                Parameters.environment(environment, violations),
                violations.read("from", from, "must be an RFC 3339 time", Parameters::time),
                violations.read("to", to, "must be an RFC 3339 time", Parameters::time),
                violations.read("status", status, expectedStatus(list), text -> status(list, text)),
                violations.read(
                        "runId",
                        runId,
                        list.byRun() ? "must be a UUID" : "is not a filter of this list",
                        text -> list.byRun() ? Parameters.value(RunId::of).apply(text) : Optional.empty()),
                violations.read(
                        "pair",
                        pair,
                        list.byPair() ? "must look like BASE/QUOTE" : "is not a filter of this list",
                        text -> list.byPair() ? Parameters.value(Pair::of).apply(text) : Optional.empty()),
                pageSize,
                violations.read(
                        "cursor",
                        cursor,
                        "must be the nextCursor of a page before",
                        text -> Cursor.parse(text, list.keyType())));
    }

    private static String expectedStatus(ApiList<?> list) {
        return list.statuses().isEmpty()
                ? "is not a filter of this list"
                : "must be one of " + String.join(", ", list.statuses());
    }

    private static Optional<String> status(ApiList<?> list, String text) {
        return list.statuses().stream().filter(text::equals).findFirst();
    }
}
