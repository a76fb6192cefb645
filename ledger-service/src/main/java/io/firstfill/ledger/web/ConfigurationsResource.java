package io.firstfill.ledger.web;

import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.ConfigurationItem;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/ledger/v1/configurations")
@Tag(name = "configurations", description = "Configurations in their current version, by the time it was saved")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class ConfigurationsResource {
    private final Reads reads;

    ConfigurationsResource(Reads reads) {
        this.reads = reads;
    }

    @GET
    public Uni<Page<ConfigurationItem>> list(@BeanParam ListParameters parameters) {
        return reads.list(Catalogue.CONFIGURATIONS, parameters.filter(Catalogue.CONFIGURATIONS));
    }

    @GET
    @Path("{configurationId}/versions/{version}")
    public Uni<ConfigurationItem> version(
            @PathParam("configurationId") String configurationId, @PathParam("version") int version) {
        return reads.find(Catalogue.VERSIONS, configurationId + "/" + version).map(Missing::orNotFound);
    }
}
