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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/trades")
@Tag(name = "trades", description = "Orders with something filled, by the time of their first step")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class TradesResource {
    private final Reads reads;

    TradesResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<OrderItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.TRADES, parameters.filter(Catalogue.TRADES));
    }
}
