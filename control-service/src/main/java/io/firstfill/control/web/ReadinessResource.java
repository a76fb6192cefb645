package io.firstfill.control.web;

import io.firstfill.control.readiness.Readiness;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST resource of the start-up gate. */
@Path("readiness")
@Tag(name = "Readiness", description = "Whether a run can be started")
class ReadinessResource {
    private final Readiness readiness;

    ReadinessResource(Readiness readiness) {
        this.readiness = readiness;
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "getReadiness",
            summary = "The start-up gate of every environment, each failing item with its remedy")
    public Readiness.Report report() {
        return readiness.report();
    }
}
