package io.firstfill.ledger.web;

import io.firstfill.ledger.query.AlertItem;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists alerts from raising to clearing. */
@Path("/api/ledger/v1/alerts")
@Tag(name = "alerts", description = "Alerts from raising to clearing, by the time they were raised")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class AlertsResource {
    private final LedgerQueries queries;

    AlertsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    public Uni<Page<AlertItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.ALERTS, parameters.pageRequest(ApiList.ALERTS));
    }
}
