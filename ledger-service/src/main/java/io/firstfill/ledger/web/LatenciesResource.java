package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.Hop;
import io.firstfill.ledger.query.Latency;
import io.firstfill.ledger.query.LatencyFilter;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.web.http.ChangedBy;
import io.firstfill.ledger.web.http.OfEnvironment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists how long each hop of the recorded orders took. */
@Path("/api/ledger/v1/latencies")
@Tag(
        name = "latencies",
        description = "How long each hop of the orders took: count, percentiles and maximum, microseconds")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.ORDERS)
class LatenciesResource {
    private static final String FROM = "First step of the order, inclusive";
    private static final String KIND = "Both when left out";

    private final LedgerQueries queries;

    LatenciesResource(LedgerQueries queries) {
        this.queries = queries;
    }

    /** Returns all hops on one page, because there are few. */
    @GET
    @OfEnvironment
    @Operation(operationId = "listLatencies")
    public Uni<Page<Latency>> list(
            @QueryParam("environment") @Parameter(required = true) @Nullable String environment,
            @QueryParam("runId") @Nullable String runId,
            @QueryParam("from")
                    @Parameter(description = FROM, schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Nullable String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Exclusive",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @Nullable String to,
            @QueryParam("kind")
                    @Parameter(description = KIND, schema = @Schema(enumeration = {"scheduled", "surprise"}))
                    @Nullable String kind) {
        Violations violations = new Violations();
        EnvironmentId required = Parameters.requiredEnvironment(environment, violations);
        RunId run = violations.read("runId", runId, "must be a UUID", Parameters.value(RunId::of));
        var since = violations.read("from", from, "must be an RFC 3339 time", Parameters::time);
        var until = violations.read("to", to, "must be an RFC 3339 time", Parameters::time);
        Hop.Kind wanted = violations.read(
                "kind",
                kind,
                "must be scheduled or surprise",
                text -> Arrays.stream(Hop.Kind.values())
                        .filter(one -> one.label().equals(text))
                        .findFirst());
        violations.throwIfAny();
        return queries.latencies(new LatencyFilter(Objects.requireNonNull(required), run, since, until, wanted))
                .map(hops -> new Page<>(hops, null));
    }
}
