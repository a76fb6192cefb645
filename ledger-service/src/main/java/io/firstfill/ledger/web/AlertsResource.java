package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.query.AlertItem;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists alerts from raising to clearing, and finds one by its id. */
@Path("/api/ledger/v1/alerts")
@Tag(name = "alerts", description = "Alerts from raising to clearing, by the time they were raised")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.ALERTS)
class AlertsResource {
    private final LedgerQueries queries;

    AlertsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listAlerts")
    public Uni<Page<AlertItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.ALERTS, parameters.pageRequest(ApiList.ALERTS));
    }

    @GET
    @Path("{alertId}")
    @Operation(operationId = "getAlert")
    public Uni<AlertItem> one(@PathParam("alertId") String alertId) {
        return queries.find(ApiList.ALERTS, alertId).map(NotFound::ifEmpty);
    }
}
