package io.firstfill.ledger.web.report;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.query.report.SuccessRate;
import io.firstfill.ledger.web.ListParameters;
import io.firstfill.ledger.web.NotFound;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists how runs fared with the listings that they wanted, and finds one run. */
@Path("/api/ledger/v1/success-rates")
@Tag(name = "success rates", description = "How often each run bought what it wanted, by the start of the run")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy({Topics.RUNS, Topics.LISTINGS, Topics.ORDERS})
class SuccessRatesResource {
    private final LedgerQueries queries;

    SuccessRatesResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listSuccessRates")
    public Uni<Page<SuccessRate>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.SUCCESS_RATES, parameters.pageRequest(ReportLists.SUCCESS_RATES));
    }

    @GET
    @Path("{runId}")
    @Operation(operationId = "getSuccessRate")
    public Uni<SuccessRate> one(@PathParam("runId") String runId) {
        return queries.find(ReportLists.SUCCESS_RATES, runId).map(NotFound::ifEmpty);
    }
}
