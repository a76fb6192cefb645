package io.firstfill.ledger.web;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PositionItem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists what runs hold or held. */
@Path("/api/ledger/v1/positions")
@Tag(name = "positions", description = "Positions, open and closed, by the time of their first fill")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class PositionsResource {
    private final LedgerQueries queries;

    PositionsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    public Uni<Page<PositionItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.POSITIONS, parameters.pageRequest(ApiList.POSITIONS));
    }
}
