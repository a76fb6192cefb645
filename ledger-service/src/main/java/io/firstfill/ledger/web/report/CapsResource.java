package io.firstfill.ledger.web.report;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.CapsItem;
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

/** Lists the use of every cap over time, and finds the current one. */
@Path("/api/ledger/v1/caps")
@Tag(name = "caps", description = "Every cap with its use, by time")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.CAPS)
class CapsResource {
    private final LedgerQueries queries;

    CapsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listCaps")
    public Uni<Page<CapsItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.CAPS, parameters.pageRequest(ReportLists.CAPS));
    }

    /** Returns every cap with its use now, 404 where none was ever reported. */
    @GET
    @Path("latest")
    @OfEnvironment
    @Operation(operationId = "getLatestCaps")
    public Uni<CapsItem> latest(@QueryParam("environment") @Parameter(required = true) String environment) {
        return queries.latest(ReportLists.CAPS, environment).map(NotFound::ifEmpty);
    }
}
