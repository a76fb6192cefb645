package io.firstfill.ledger.web.result;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.result.ExitItem;
import io.firstfill.ledger.query.result.ExitLists;
import io.firstfill.ledger.web.ListParameters;
import io.firstfill.ledger.web.NotFound;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists exits, and finds one by its id. */
@Path("/api/ledger/v1/exits")
@Tag(name = "exits", description = "Exits of positions, by the time of their first event")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.EXITS)
class ExitsResource {
    private final LedgerQueries queries;

    ExitsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listExits")
    public Uni<Page<ExitItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ExitLists.EXITS, parameters.pageRequest(ExitLists.EXITS));
    }

    @GET
    @Path("{exitId}")
    @Operation(operationId = "getExit")
    public Uni<ExitItem> one(
            @PathParam("exitId") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String exitId) {
        return queries.find(ExitLists.EXITS, exitId).map(NotFound::ifEmpty);
    }
}
