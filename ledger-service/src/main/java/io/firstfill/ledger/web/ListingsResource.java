package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.ListingId;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.ListingItem;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.ListingPrice;
import io.firstfill.ledger.query.report.PriceRequest;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists listings with verdict, evidence and each run's decision; finds one, and the prices around its opening. */
@Path("/api/ledger/v1/listings")
@Tag(
        name = "listings",
        description = "Listings with verdict, evidence and each run's decision, by the time of their first observation")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy({Topics.LISTINGS, Topics.ORDERS, Topics.RUNS})
class ListingsResource {
    private final LedgerQueries queries;

    ListingsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listListings")
    public Uni<Page<ListingItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.LISTINGS, parameters.pageRequest(ApiList.LISTINGS));
    }

    @GET
    @Path("{listingId}")
    @Operation(operationId = "getListing")
    public Uni<ListingItem> one(@PathParam("listingId") String listingId) {
        return queries.find(ApiList.LISTINGS, listingId).map(NotFound::ifEmpty);
    }

    /** Lists prices in the order of time, unlike the other lists. */
    @GET
    @Path("{listingId}/prices")
    @ChangedBy({Topics.LISTINGS, Topics.PRICES})
    @Operation(operationId = "listPrices")
    public Uni<Page<ListingPrice>> prices(
            @PathParam("listingId") String listingId, @BeanParam PriceParameters parameters) {
        ListingId listing = NotFound.ifEmpty(Parameters.value(ListingId::of).apply(listingId));
        PriceRequest request = parameters.request(listing);
        return queries.find(ApiList.LISTINGS, listingId)
                .map(NotFound::ifEmpty)
                .chain(found -> queries.prices(listing, request));
    }
}
