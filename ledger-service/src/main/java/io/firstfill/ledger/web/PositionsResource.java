package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.PositionItem;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists what runs hold or held with its result, and finds one position by its id. */
@Path("/api/ledger/v1/positions")
@Tag(name = "positions", description = "Positions, open and closed, by the time of their first fill")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy({Topics.ORDERS, Topics.EXITS, Topics.MARKS, Topics.PRICES, Topics.LISTINGS, Topics.RUNS})
class PositionsResource {
    private final LedgerQueries queries;

    PositionsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listPositions")
    public Uni<Page<PositionItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.POSITIONS, parameters.pageRequest(ApiList.POSITIONS));
    }

    @GET
    @Path("{positionId}")
    @Operation(operationId = "getPosition")
    public Uni<PositionItem> one(@PathParam("positionId") String positionId) {
        return queries.find(ApiList.POSITIONS, positionId).map(NotFound::ifEmpty);
    }
}
