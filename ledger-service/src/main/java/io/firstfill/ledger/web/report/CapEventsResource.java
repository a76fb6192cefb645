package io.firstfill.ledger.web.report;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.report.CapEventItem;
import io.firstfill.ledger.query.report.ReportLists;
import io.firstfill.ledger.web.ListParameters;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists when caps were reached and cleared. */
@Path("/api/ledger/v1/cap-events")
@Tag(name = "caps", description = "Caps that began to block permits, or allowed them again, by time")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.PERMITS)
class CapEventsResource {
    private final LedgerQueries queries;

    CapEventsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listCapEvents")
    public Uni<Page<CapEventItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ReportLists.CAP_EVENTS, parameters.pageRequest(ReportLists.CAP_EVENTS));
    }
}
