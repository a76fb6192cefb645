package io.firstfill.ledger.web.result;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.result.ExitLists;
import io.firstfill.ledger.query.result.SellItem;
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

/** Lists orders that sell, and finds one by its client order id. */
@Path("/api/ledger/v1/sells")
@Tag(name = "sells", description = "Orders that sell, by the time of their first step")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.EXITS)
class SellsResource {
    private final LedgerQueries queries;

    SellsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listSells")
    public Uni<Page<SellItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ExitLists.SELLS, parameters.pageRequest(ExitLists.SELLS));
    }

    @GET
    @Path("{clientOrderId}")
    @Operation(operationId = "getSell")
    public Uni<SellItem> one(@PathParam("clientOrderId") String clientOrderId) {
        return queries.find(ExitLists.SELLS, clientOrderId).map(NotFound::ifEmpty);
    }
}
