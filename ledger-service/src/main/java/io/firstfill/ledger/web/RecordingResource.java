package io.firstfill.ledger.web;

import io.firstfill.ledger.status.EnvironmentRecording;
import io.firstfill.ledger.status.RecordingStatus;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Reports how the recording of each environment goes. Open like the health checks: control's start-up gate reads the
 * report without a user's token.
 */
@Path("/api/ledger/v1/recording")
@Tag(name = "recording", description = "Whether each environment is recorded, and what could not be processed")
@PermitAll
class RecordingResource {
    private final RecordingStatus status;

    RecordingResource(RecordingStatus status) {
        this.status = status;
    }

    /** All environments, also those that another instance of the ledger records. */
    @Schema(name = "RecordingReport")
    public record Report(List<EnvironmentRecording> environments) {}

    @GET
    @Operation(operationId = "getRecording")
    public Uni<Report> recording() {
        return status.all().map(Report::new);
    }
}
