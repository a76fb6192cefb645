package io.firstfill.ledger.web;

import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.Reads;
import io.firstfill.ledger.query.RunItem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/runs")
@Tag(name = "runs", description = "Runs, also refused ones, by the time of their start")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class RunsResource {
    private final Reads reads;

    RunsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<RunItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.RUNS, parameters.filter(Catalogue.RUNS));
    }

    @GET
    @Path("{runId}")
    public Uni<RunItem> one(@PathParam("runId") String runId) {
        return reads.find(Catalogue.RUNS, runId).map(Missing::orNotFound);
    }
}
