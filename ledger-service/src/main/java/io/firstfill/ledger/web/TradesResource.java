package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.OrderItem;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the orders of which something was filled. */
@Path("/api/ledger/v1/trades")
@Tag(name = "trades", description = "Orders with something filled, by the time of their first step")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.ORDERS)
class TradesResource {
    private final LedgerQueries queries;

    TradesResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listTrades")
    public Uni<Page<OrderItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.TRADES, parameters.pageRequest(ApiList.TRADES));
    }
}
