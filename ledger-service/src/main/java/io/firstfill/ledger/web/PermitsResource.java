package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PermitItem;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists permits from grant to use, revocation or return, and finds one by its id. */
@Path("/api/ledger/v1/permits")
@Tag(name = "permits", description = "Permits from grant to use, revocation or return, by the time of their grant")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy({Topics.PERMITS, Topics.ORDERS})
class PermitsResource {
    private final LedgerQueries queries;

    PermitsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listPermits")
    public Uni<Page<PermitItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.PERMITS, parameters.pageRequest(ApiList.PERMITS));
    }

    @GET
    @Path("{permitId}")
    @Operation(operationId = "getPermit")
    public Uni<PermitItem> one(@PathParam("permitId") String permitId) {
        return queries.find(ApiList.PERMITS, permitId).map(NotFound::ifEmpty);
    }
}
