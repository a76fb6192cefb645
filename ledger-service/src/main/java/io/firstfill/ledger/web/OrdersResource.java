package io.firstfill.ledger.web;

import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.OrderItem;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/orders")
@Tag(name = "orders", description = "Order attempts, by the time of their first step")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class OrdersResource {
    private final Reads reads;

    OrdersResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<OrderItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.ORDERS, parameters.filter(Catalogue.ORDERS));
    }

    @GET
    @Path("{clientOrderId}")
    public Uni<OrderItem> one(@PathParam("clientOrderId") String clientOrderId) {
        return reads.find(Catalogue.ORDERS, clientOrderId).map(Missing::orNotFound);
    }
}
