package io.firstfill.ledger.web.report;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.GuardrailsItem;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.web.ListParameters;
import io.firstfill.ledger.web.NotFound;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.http.ChangedBy;
import io.firstfill.ledger.web.http.OfEnvironment;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the changes of the guardrails, and finds the current ones. */
@Path("/api/ledger/v1/guardrails")
@Tag(name = "guardrails", description = "Changes of the guardrails, by time")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.RUNS)
class GuardrailsResource {
    private final LedgerQueries queries;

    GuardrailsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listGuardrails")
    public Uni<Page<GuardrailsItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.GUARDRAILS, parameters.pageRequest(ReportLists.GUARDRAILS));
    }

    /** Returns the current guardrails, 404 where none were ever set. */
    @GET
    @Path("latest")
    @OfEnvironment
    @Operation(operationId = "getLatestGuardrails")
    public Uni<GuardrailsItem> latest(@QueryParam("environment") @Parameter(required = true) String environment) {
        return queries.latest(ReportLists.GUARDRAILS, environment).map(NotFound::ifEmpty);
    }
}
