package io.firstfill.ledger.web;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.ListingItem;
import io.firstfill.ledger.query.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists listings with their verdict, their evidence and each run's decision. */
@Path("/api/ledger/v1/listings")
@Tag(
        name = "listings",
        description = "Listings with verdict, evidence and each run's decision, by the time of their first observation")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class ListingsResource {
    private final LedgerQueries queries;

    ListingsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    public Uni<Page<ListingItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.LISTINGS, parameters.pageRequest(ApiList.LISTINGS));
    }
}
