package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.RunItem;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists runs, and finds one by its id. */
@Path("/api/ledger/v1/runs")
@Tag(name = "runs", description = "Runs, also those whose start was rejected, by the time of their start")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy({Topics.RUNS, Topics.COMMANDS})
class RunsResource {
    private final LedgerQueries queries;

    RunsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listRuns")
    public Uni<Page<RunItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.RUNS, parameters.pageRequest(ApiList.RUNS));
    }

    @GET
    @Path("{runId}")
    @Operation(operationId = "getRun")
    public Uni<RunItem> one(@PathParam("runId") String runId) {
        return queries.find(ApiList.RUNS, runId).map(NotFound::ifEmpty);
    }
}
