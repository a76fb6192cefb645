package io.firstfill.ledger.web.configuration;

import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.configuration.AppliedConfiguration;
import io.firstfill.ledger.configuration.UsedConfigurations;
import io.firstfill.ledger.web.NotFound;
import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the versions of its configuration that a run has used. */
@Path("/api/ledger/v1/runs/{runId}/configurations")
@Tag(name = "runs")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class AppliedConfigurationsResource {
    /** A run whose configuration changed more often shows its latest changes. */
    private static final int LIMIT = 500;

    private final UsedConfigurations used;

    AppliedConfigurationsResource(UsedConfigurations used) {
        this.used = used;
    }

    /** The versions, oldest first. */
    public record AppliedConfigurations(List<AppliedConfiguration> items) {}

    @GET
    @Operation(
            operationId = "listAppliedConfigurations",
            summary = "The versions that a run has used, oldest first",
            description = "The first is the one of its start. Each later one was applied while the run was active: by"
                    + " whom, when and why, and the old and the new value of each field that changed. The latest 500")
    public Uni<AppliedConfigurations> list(@PathParam("runId") String runId) {
        return Parameters.value(RunId::of)
                .apply(runId)
                .map(run -> used.of(run, LIMIT))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(found -> Optional.of(found).filter(versions -> !versions.isEmpty()))
                .map(NotFound::ifEmpty)
                .map(found -> new AppliedConfigurations(AppliedConfiguration.of(found)));
    }
}
