package io.firstfill.control.web;

import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import io.firstfill.control.guardrail.Breakers;
import io.firstfill.control.guardrail.CapBook;
import io.firstfill.control.guardrail.CapsStatus;
import io.firstfill.control.guardrail.GuardrailOutcome;
import io.firstfill.control.guardrail.GuardrailService;
import io.firstfill.control.guardrail.GuardrailsDraft;
import io.firstfill.control.guardrail.GuardrailsStatus;
import io.firstfill.control.web.EnvironmentResource.CommandRecorded;
import io.firstfill.service.environment.Environments;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST resource of guardrails, of the use of caps, and of circuit breakers. */
@Path("environments/{environment}")
@Tag(name = "Guardrails", description = "The limits of an environment, the use of its caps, its circuit breakers")
class GuardrailResource {
    private final Environments environments;
    private final GuardrailService service;
    private final CapBook caps;
    private final Caller caller;

    GuardrailResource(Environments environments, GuardrailService service, CapBook caps, Caller caller) {
        this.environments = environments;
        this.service = service;
        this.caps = caps;
        this.caller = caller;
    }

    /** Why the environment may buy again. */
    public record ResetRequest(
            @Schema(examples = "the pair list was wrong, corrected") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    /** The environment whose circuit breaker was reset. */
    record BreakerReset(EnvironmentId environment) {}

    @GET
    @Path("guardrails")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "getGuardrails",
            summary = "The guardrails of the environment, and the ceilings above them")
    @APIResponse(
            responseCode = "200",
            description = "ETag is their version, \"0\" while there are none, with a digest of ceilings and warnings",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GuardrailsStatus.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(responseCode = "404", description = "No such environment")
    public Response guardrails(@PathParam("environment") String environment) {
        return tagged(service.status(find(environment)));
    }

    @PUT
    @Path("guardrails")
    @RolesAllowed(Access.RISK)
    @CustomDeserialization(StrictBody.class)
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the guardrails that are replaced, \"0\" for the first",
            required = true,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = "^\"(0|[1-9][0-9]{0,8})(-[0-9a-f]{16})?\"$",
                            examples = "\"1\""))
    @Operation(
            operationId = "setGuardrails",
            summary = "Replace the guardrails of the environment",
            description = "They hold at once, over all runs. Permits that no longer fit are revoked")
    @APIResponse(
            responseCode = "200",
            description = "In force; ETag is the new version. Warnings name what can never buy",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GuardrailsStatus.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet confirmed by risk: only where no limit loosens",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandRecorded.class)))
    @APIResponse(responseCode = "400", description = "Every field that must be corrected, with its allowed range")
    @APIResponse(responseCode = "404", description = "No such environment")
    @APIResponse(responseCode = "409", description = "Above a ceiling that risk-service has, or not yet known")
    @APIResponse(responseCode = "412", description = "Another version is in force")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(
            responseCode = "503",
            description = "Not recorded, or a looser limit not confirmed: it will not hold later")
    public Uni<Response> set(@PathParam("environment") String environment, @NotNull @Valid GuardrailsDraft draft) {
        EnvironmentId found = find(environment);
        return service.set(found, caller.expectedVersionOrNone(), draft, caller.actor(), caller.key())
                .map(outcome -> response(outcome, found));
    }

    @GET
    @Path("caps")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "getCaps",
            summary = "Used and limit of each cap at each level",
            description = "At most a second old")
    @APIResponse(
            responseCode = "200",
            description = "ETag names the report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CapsStatus.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    @APIResponse(responseCode = "404", description = "No such environment")
    public Response caps(@PathParam("environment") String environment) {
        EnvironmentId found = find(environment);
        Optional<CapsReported> report = caps.report(found);
        String tag = report.map(it -> it.meta().id().toString()).orElse("none");
        return caller.hasCurrent(tag)
                ? Response.notModified(tag).build()
                : Response.ok(CapsStatus.of(found, report)).tag(tag).build();
    }

    @POST
    @Path("breakers/{cap}/reset")
    @RolesAllowed(Access.RISK)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "resetBreaker",
            summary = "Let the environment buy again after a circuit breaker has tripped")
    @APIResponse(
            responseCode = "200",
            description = "Reset; what it counts begins at zero",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BreakerReset.class)))
    @APIResponse(responseCode = "404", description = "No such environment, or no such circuit breaker")
    @APIResponse(responseCode = "409", description = "The circuit breaker has not tripped")
    @APIResponse(responseCode = "503", description = "Not recorded, or no answer in time: it is not reset later")
    public Uni<Response> reset(
            @PathParam("environment") String environment,
            @Parameter(schema = @Schema(enumeration = {"LOSS_PER_DAY", "CONSECUTIVE_FAILURES"})) @PathParam("cap")
                    String cap,
            @NotNull @Valid ResetRequest request) {
        EnvironmentId found = find(environment);
        Cap breaker = Breakers.named(cap).orElseThrow(() -> Problems.notFound("circuit breaker"));
        return service.reset(found, breaker, request.reason(), caller.actor(), caller.key())
                .map(outcome -> response(outcome, found));
    }

    private EnvironmentId find(String name) {
        return environments.all().keySet().stream()
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("environment"));
    }

    private Response tagged(GuardrailsStatus status) {
        String tag = status.tag();
        return caller.hasCurrent(tag)
                ? Response.notModified(tag).build()
                : Response.ok(status).tag(tag).build();
    }

    private static Response response(GuardrailOutcome outcome, EnvironmentId environment) {
        return switch (outcome) {
            case GuardrailOutcome.Changed(var status) ->
                Response.ok(status).tag(status.tag()).build();
            case GuardrailOutcome.Reset() ->
                Response.ok(new BreakerReset(environment)).build();
            case GuardrailOutcome.Recorded() ->
                Response.accepted(new CommandRecorded("Recorded, not yet confirmed by risk"))
                        .build();
            case GuardrailOutcome.NoAnswer() ->
                throw Problems.unavailable(
                        "no-answer",
                        "Risk has not answered in time; past the deadline it does not do this. Look at the guardrails or"
                                + " the caps: it may have been done before");
            case GuardrailOutcome.Invalid(var violations) -> throw Problems.invalid(violations);
            case GuardrailOutcome.VersionConflict(var current) ->
                throw Problems.preconditionFailed("Version " + current + " is in force, not the one you read");
            case GuardrailOutcome.AboveCeiling(var detail) ->
                throw Problems.conflict("above-ceiling", detail, Map.of());
            case GuardrailOutcome.NotTripped() ->
                throw Problems.conflict("breaker-not-tripped", "This circuit breaker has not tripped", Map.of());
            case GuardrailOutcome.NotYetKnown() ->
                throw Problems.conflict(
                        "contract-level",
                        "Not every service of this deployment knows this command yet: raise firstfill.contract.level to"
                                + " 3 once all are of this version",
                        Map.of());
            case GuardrailOutcome.NotAcknowledged() -> throw Problems.notAcknowledged();
            case GuardrailOutcome.NotSent() -> throw Problems.notSent();
            case GuardrailOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }
}
