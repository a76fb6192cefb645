package io.firstfill.ledger.web;

import io.firstfill.ledger.query.AlertItem;
import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/alerts")
@Tag(name = "alerts", description = "Alerts from raising to clearing, by the time they were raised")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class AlertsResource {
    private final Reads reads;

    AlertsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<AlertItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.ALERTS, parameters.filter(Catalogue.ALERTS));
    }
}
