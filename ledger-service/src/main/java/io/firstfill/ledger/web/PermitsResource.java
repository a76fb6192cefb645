package io.firstfill.ledger.web;

import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PermitItem;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/permits")
@Tag(name = "permits", description = "Permits and what became of them, by the time of their grant")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class PermitsResource {
    private final Reads reads;

    PermitsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<PermitItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.PERMITS, parameters.filter(Catalogue.PERMITS));
    }
}
