package io.firstfill.ledger.web;

import io.firstfill.contract.order.Hop;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.Latency;
import io.firstfill.ledger.query.LatencyFilter;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/ledger/v1/latencies")
@Tag(
        name = "latencies",
        description = "How long each hop of the orders took: count, percentiles and maximum, microseconds")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class LatenciesResource {
    private static final Set<String> NAMES = Set.of("environment", "from", "to", "kind");

    private final Reads reads;

    LatenciesResource(Reads reads) {
        this.reads = reads;
    }

    /** One page, because there are only so many hops. */
    @GET
    public Uni<Page<Latency>> list(
            @QueryParam("environment") @Parameter(required = true) @Nullable String environment,
            @QueryParam("from") @Parameter(description = "First step of the order, RFC 3339, inclusive") @Nullable String from,
            @QueryParam("to") @Parameter(description = "RFC 3339, exclusive") @Nullable String to,
            @QueryParam("kind") @Parameter(description = "scheduled or surprise, both when left out") @Nullable String kind,
            @Context UriInfo uri) {
        Violations violations = new Violations();
        violations.unknown(uri, NAMES);
        EnvironmentId of = violations.read(
                "environment",
                environment == null ? "" : environment,
                "must be 1 to 32 of a-z, 0-9 and -",
                Parameters.value(EnvironmentId::of));
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
        return reads.latencies(new LatencyFilter(Objects.requireNonNull(of), since, until, wanted))
                .map(hops -> new Page<>(hops, null));
    }
}
