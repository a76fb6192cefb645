package io.firstfill.ledger.web.report;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.BalancesItem;
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

/** Lists what accounts held to buy with, and finds what one holds now. */
@Path("/api/ledger/v1/balances")
@Tag(name = "balances", description = "What each account held to buy with, by time")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.BALANCES)
class BalancesResource {
    private final LedgerQueries queries;

    BalancesResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listBalances")
    public Uni<Page<BalancesItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.BALANCES, parameters.pageRequest(ReportLists.BALANCES));
    }

    /** Returns what the account holds now, 404 where nothing was ever reported. */
    @GET
    @Path("latest")
    @OfEnvironment
    @Operation(operationId = "getLatestBalances")
    public Uni<BalancesItem> latest(@QueryParam("environment") @Parameter(required = true) String environment) {
        return queries.latest(ReportLists.BALANCES, environment).map(NotFound::ifEmpty);
    }
}
