package io.firstfill.ledger.web;

import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PositionItem;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/positions")
@Tag(name = "positions", description = "What is or was held, by the time of the first fill")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class PositionsResource {
    private final Reads reads;

    PositionsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<PositionItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.POSITIONS, parameters.filter(Catalogue.POSITIONS));
    }
}
