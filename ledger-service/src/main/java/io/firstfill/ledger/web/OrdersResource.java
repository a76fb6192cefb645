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
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists order attempts, and finds one by its client order id. */
@Path("/api/ledger/v1/orders")
@Tag(name = "orders", description = "Order attempts, by the time of their first step")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.ORDERS)
class OrdersResource {
    private final LedgerQueries queries;

    OrdersResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listOrders")
    public Uni<Page<OrderItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.ORDERS, parameters.pageRequest(ApiList.ORDERS));
    }

    @GET
    @Path("{clientOrderId}")
    @Operation(operationId = "getOrder")
    public Uni<OrderItem> one(@PathParam("clientOrderId") String clientOrderId) {
        return queries.find(ApiList.ORDERS, clientOrderId).map(NotFound::ifEmpty);
    }
}
