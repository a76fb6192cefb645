package io.firstfill.ledger.web.configuration;

import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.drift.Drift;
import io.firstfill.ledger.drift.DriftQueries;
import io.firstfill.ledger.web.NotFound;
import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads how what is in force now differs from what a run started with. */
@Path("/api/ledger/v1/runs/{runId}/drift")
@Tag(name = "runs")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class DriftResource {
    private final DriftQueries queries;

    DriftResource(DriftQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(
            summary = "The drift of a run",
            description = "Its snapshot against the latest version of its configuration, the guardrails of its"
                    + " environment and the settings of its deployment now against those at its start")
    public Uni<Drift> drift(@PathParam("runId") String runId) {
        return Parameters.value(RunId::of)
                .apply(runId)
                .map(queries::of)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(NotFound::ifEmpty)
                .map(Drift::of);
    }
}
