package io.firstfill.ledger.web;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PermitItem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists permits from grant to use, revocation or return. */
@Path("/api/ledger/v1/permits")
@Tag(name = "permits", description = "Permits from grant to use, revocation or return, by the time of their grant")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class PermitsResource {
    private final LedgerQueries queries;

    PermitsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    public Uni<Page<PermitItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.PERMITS, parameters.pageRequest(ApiList.PERMITS));
    }
}
