package io.firstfill.ledger.web;

import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.ListingItem;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/listings")
@Tag(name = "listings", description = "Listings with verdict, evidence and what each run made of them, by first sight")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class ListingsResource {
    private final Reads reads;

    ListingsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<ListingItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.LISTINGS, parameters.filter(Catalogue.LISTINGS));
    }
}
