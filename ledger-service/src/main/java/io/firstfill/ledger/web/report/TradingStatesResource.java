package io.firstfill.ledger.web.report;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.query.report.TradingStateItem;
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

/** Lists the changes of the trading state, and finds the current one. */
@Path("/api/ledger/v1/trading-states")
@Tag(name = "trading states", description = "Changes of the trading state, by time")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.TRADING_STATE)
class TradingStatesResource {
    private final LedgerQueries queries;

    TradingStatesResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listTradingStates")
    public Uni<Page<TradingStateItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.TRADING_STATES, parameters.pageRequest(ReportLists.TRADING_STATES));
    }

    /** Returns the current trading state, 404 where none was ever set. */
    @GET
    @Path("latest")
    @OfEnvironment
    @Operation(operationId = "getLatestTradingState")
    public Uni<TradingStateItem> latest(@QueryParam("environment") @Parameter(required = true) String environment) {
        return queries.latest(ReportLists.TRADING_STATES, environment).map(NotFound::ifEmpty);
    }
}
