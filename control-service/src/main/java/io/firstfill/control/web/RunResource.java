package io.firstfill.control.web;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import io.firstfill.control.overview.RunView;
import io.firstfill.control.run.ApplyOutcome;
import io.firstfill.control.run.Run;
import io.firstfill.control.run.RunApplies;
import io.firstfill.control.run.RunStarts;
import io.firstfill.control.run.RunStops;
import io.firstfill.control.run.StartRequest;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The REST resource of runs: start, stop and status. */
@Path("runs")
@Tag(name = "Runs", description = "Starting, stopping and changing runs, and their state")
class RunResource {
    private final RunStarts starts;
    private final RunStops stops;
    private final RunApplies applies;
    private final RunView runs;
    private final Caller caller;

    RunResource(RunStarts starts, RunStops stops, RunApplies applies, RunView runs, Caller caller) {
        this.starts = starts;
        this.stops = stops;
        this.applies = applies;
        this.runs = runs;
        this.caller = caller;
    }

    /** Recorded as the reason of a stop that states none. */
    static final String NO_REASON = "No reason given";

    /** Why the run is stopped; may be left out. */
    public record StopRequest(
            @Schema(examples = "enough for today") @Nullable @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    /** The version that the run goes on with, and why. */
    public record ApplyRequest(
            @Schema(examples = "1") @NotNull @Positive Integer version,

            @Schema(examples = "thin book") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    @POST
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(operationId = "startRun", summary = "Start a run")
    @APIResponse(
            responseCode = "201",
            description = "Active",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Run.class)))
    @APIResponse(responseCode = "409", description = "Another run is active, or the start-up gate is closed")
    @APIResponse(responseCode = "503", description = "No answer within the deadline: it will not start later")
    public Uni<Response> start(@NotNull @Valid StartRequest request) {
        return starts.start(caller.actor(), caller.key(), request).map(RunResponses::of);
    }

    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.APPLICATION_JSON) // also assumed of a request without a body, which states no type
    @RolesAllowed({Access.OPERATOR, Access.RISK})
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "stopRun",
            summary = "Stop a run",
            description = "Stopping a stopped run changes nothing. The body may be left out, and so may the reason")
    @RequestBody(required = false, content = @Content(schema = @Schema(implementation = StopRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Stopped: nothing is in flight",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RunResponses.Stopping.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded; the state shows the progress",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RunResponses.Stopping.class)))
    public Uni<Response> stop(@PathParam("id") UUID id, @Nullable @Valid StopRequest request) {
        String reason = request == null || request.reason() == null ? NO_REASON : request.reason();
        return stops.stop(caller.actor(), caller.key(), new RunId(id), reason).map(RunResponses::of);
    }

    @POST
    @Path("{id}/apply")
    @RolesAllowed(Access.RISK)
    @CustomDeserialization(StrictBody.class)
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The version that the run uses, as the caller has read it; may be left out",
            schema = @Schema(type = SchemaType.STRING, pattern = "^\"[1-9][0-9]{0,8}\"$", examples = "\"1\""))
    @Operation(
            operationId = "applyRun",
            summary = "Apply another version of its configuration to a running run",
            description =
                    "From then on the version holds, also for what is signalled or armed already. signalMaxAge and"
                            + " probeWindow cannot change in a run, and the version must be one of the run's configuration")
    @APIResponse(
            responseCode = "200",
            description = "In force, with the old and the new value of each field that changed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApplyOutcome.Applied.class)))
    @APIResponse(responseCode = "404", description = "No such run")
    @APIResponse(responseCode = "409", description = "The run is neither active nor suspended")
    @APIResponse(
            responseCode = "422",
            description = "No such version, or it changes a field that cannot change in a run, or breaks a rule of"
                    + " today; or the Idempotency-Key was used for another request")
    @APIResponse(responseCode = "412", description = "If-Match names another version than the run uses")
    @APIResponse(responseCode = "503", description = "Not recorded, or no answer in time: it is not applied later")
    public Uni<Response> apply(@PathParam("id") UUID id, @NotNull @Valid ApplyRequest request) {
        RunApplies.Person person = new RunApplies.Person(caller.actor(), caller.key(), request.reason());
        return applies.apply(new RunId(id), request.version(), caller.expectedVersionIfNamed(), person)
                .map(ApplyResponses::of);
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(operationId = "listRuns", summary = "Runs, newest first")
    public List<Run> all(@RestQuery @Nullable String environment) {
        Optional<String> wanted = Optional.ofNullable(environment);
        return runs.all().stream()
                .filter(run -> wanted.map(run.environment().value()::equals).orElse(true))
                .toList();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(operationId = "getRun", summary = "One run")
    public Run one(@PathParam("id") UUID id) {
        return runs.find(new RunId(id)).orElseThrow(() -> Problems.notFound("run"));
    }
}
