package io.firstfill.ledger.web;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ConfigurationItem;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists configurations, and finds one version of a configuration. */
@Path("/api/ledger/v1/configurations")
@Tag(name = "configurations", description = "Configurations in their current version, by the time it was saved")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.RUNS)
class ConfigurationsResource {
    private final LedgerQueries queries;

    ConfigurationsResource(LedgerQueries queries) {
        this.queries = queries;
    }

    @GET
    @Operation(operationId = "listConfigurations")
    public Uni<Page<ConfigurationItem>> list(@BeanParam ListParameters parameters) {
        return queries.list(ApiList.CONFIGURATIONS, parameters.pageRequest(ApiList.CONFIGURATIONS));
    }

    @GET
    @Path("{configurationId}/versions/{version}")
    @Operation(operationId = "getConfigurationVersion")
    public Uni<ConfigurationItem> version(
            @PathParam("configurationId") String configurationId, @PathParam("version") int version) {
        return Parameters.value(ConfigurationId::of)
                .apply(configurationId)
                .map(id -> queries.version(id, version))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(NotFound::ifEmpty);
    }
}
