package io.firstfill.ledger.web;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.Filter;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters every list takes. A value that is not understood is refused: ignoring it would show the wrong rows. */
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

    Filter filter(Catalogue<?> catalogue) {
        Violations violations = new Violations();
        violations.unknown(uri, NAMES);
        Filter filter = read(catalogue, violations);
        violations.throwIfAny();
        return filter;
    }

    private Filter read(Catalogue<?> catalogue, Violations violations) {
        Long size = violations.read("limit", limit, "must be 1 to " + Filter.MOST, Parameters.between(1, Filter.MOST));
        return new Filter(
                violations.read(
                        "environment",
                        environment,
                        "must be 1 to 32 of a-z, 0-9 and -",
                        Parameters.value(EnvironmentId::of)),
                violations.read("from", from, "must be an RFC 3339 time", Parameters::time),
                violations.read("to", to, "must be an RFC 3339 time", Parameters::time),
                violations.read("status", status, statuses(catalogue), text -> statusOf(catalogue, text)),
                violations.read(
                        "runId",
                        runId,
                        catalogue.byRun() ? "must be a UUID" : "is not a filter of this list",
                        text -> catalogue.byRun() ? Parameters.value(RunId::of).apply(text) : Optional.empty()),
                violations.read(
                        "pair",
                        pair,
                        catalogue.byPair() ? "must look like BASE/QUOTE" : "is not a filter of this list",
                        text -> catalogue.byPair() ? Parameters.value(Pair::of).apply(text) : Optional.empty()),
                size == null ? Filter.USUAL : size.intValue(),
                violations.read("cursor", cursor, "must be the nextCursor of a page before", Cursor::parse));
    }

    private static String statuses(Catalogue<?> catalogue) {
        return catalogue.statuses().isEmpty()
                ? "is not a filter of this list"
                : "must be one of " + String.join(", ", catalogue.statuses());
    }

    private static Optional<String> statusOf(Catalogue<?> catalogue, String text) {
        return catalogue.statuses().stream().filter(text::equals).findFirst();
    }
}
