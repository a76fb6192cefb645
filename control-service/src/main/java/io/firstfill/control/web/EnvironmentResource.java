package io.firstfill.control.web;

import io.firstfill.contract.Message;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Texts;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.PlainText;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.environment.CredentialStatus;
import io.firstfill.control.environment.EnvironmentCommands;
import io.firstfill.control.environment.TradingStateStatus;
import io.firstfill.control.overview.EnvironmentStatus;
import io.firstfill.control.overview.EnvironmentView;
import io.firstfill.service.kafka.InboxState;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST resource of environments: status, trading state and credential validation. */
@Path("environments")
@Tag(name = "Environments", description = "Each environment with its trading state, credential, run, gate and alerts")
class EnvironmentResource {
    private final EnvironmentView view;
    private final EnvironmentCommands commands;
    private final Caller caller;
    private final InboxState inbox;

    EnvironmentResource(EnvironmentView view, EnvironmentCommands commands, Caller caller, InboxState inbox) {
        this.inbox = inbox;
        this.view = view;
        this.commands = commands;
        this.caller = caller;
    }

    /** The trading state to set, and why. */
    public record TradingStateRequest(
            @NotNull TradingState state,

            @Schema(examples = "odd fills") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    /** A command that is recorded and not yet confirmed. */
    record CommandRecorded(String note) {}

    @GET
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "listEnvironments",
            summary = "All environments with state, credential, active run, start-up gate and open alerts")
    public List<EnvironmentStatus> all() {
        return view.all();
    }

    @GET
    @Path("{environment}")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(operationId = "getEnvironment", summary = "One environment")
    public EnvironmentStatus one(@PathParam("environment") String environment) {
        return view.find(environment).orElseThrow(() -> Problems.notFound("environment"));
    }

    @PUT
    @Path("{environment}/trading-state")
    @RolesAllowed({Access.OPERATOR, Access.RISK})
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "setTradingState",
            summary = "Set what the environment may do",
            description =
                    "HALTED and REDUCING are published at once, whatever else is down. ACTIVE needs the role risk")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TradingStateStatus.class)))
    @APIResponse(
            responseCode = "202",
            description = "HALTED or REDUCING is recorded, not yet confirmed by risk",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandRecorded.class)))
    @APIResponse(
            responseCode = "503",
            description = "Not recorded, or ACTIVE not confirmed in time: it is not set later")
    public Uni<Response> set(
            @PathParam("environment") String environment, @NotNull @Valid TradingStateRequest request) {
        if (request.state() == TradingState.ACTIVE) {
            caller.requireRisk("Only the role risk may set ACTIVE; operators may set HALTED and REDUCING");
            if (!inbox.isOpen()) {
                throw Problems.starting();
            }
        }
        return commands.setTradingState(
                        one(environment).environment(), request.state(), request.reason(), caller.actor(), caller.key())
                .map(result -> response(request.state() == TradingState.ACTIVE ? expiring(result) : result, "risk"));
    }

    @POST
    @Path("{environment}/credential/validate")
    @RolesAllowed(Access.OPERATOR)
    @Operation(
            operationId = "validateCredential",
            summary = "Check the exchange credential with a signed account query")
    @APIResponse(
            responseCode = "200",
            description = "Checked; the status is the result",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CredentialStatus.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet answered by a trader",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CommandRecorded.class)))
    public Uni<Response> validate(@PathParam("environment") String environment) {
        return commands.validateCredential(one(environment).environment(), caller.actor(), caller.key())
                .map(result -> response(result, "a trader"));
    }

    /** A command that loosens is not obeyed later. */
    private static CommandResult<Message> expiring(CommandResult<Message> result) {
        if (result instanceof CommandResult.TimedOut<Message> timedOut && timedOut.recorded()) {
            throw Problems.unavailable(
                    "no-answer",
                    "Risk has not answered in time; past the deadline it does not set ACTIVE. Look at the trading state:"
                            + " it may have been set before");
        }
        return result;
    }

    private static Response response(CommandResult<Message> result, String who) {
        return switch (result) {
            case CommandResult.Answered<Message>(TradingStateChanged changed) ->
                Response.ok(TradingStateStatus.of(changed)).build();
            case CommandResult.Answered<Message>(CredentialEvent event) ->
                Response.ok(CredentialStatus.of(event)).build();
            case CommandResult.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " answers no command about an environment");
            case CommandResult.TimedOut<Message>(boolean recorded) -> {
                if (!recorded) {
                    throw Problems.notAcknowledged();
                }
                yield Response.accepted(new CommandRecorded("Recorded, not yet confirmed by " + who))
                        .build();
            }
            case CommandResult.NotPublished<Message>() -> throw Problems.notSent();
            case CommandResult.Overloaded<Message>() -> throw Problems.notSent();
            case CommandResult.KeyReused<Message>() -> throw Problems.keyReused();
        };
    }
}
