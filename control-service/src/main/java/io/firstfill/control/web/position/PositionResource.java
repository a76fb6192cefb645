package io.firstfill.control.web.position;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import io.firstfill.control.configuration.exit.ExitPlanDraft;
import io.firstfill.control.position.PositionBook;
import io.firstfill.control.position.PositionCommands;
import io.firstfill.control.position.PositionCommands.Person;
import io.firstfill.control.position.PositionStatus;
import io.firstfill.control.web.Access;
import io.firstfill.control.web.Caller;
import io.firstfill.control.web.Problems;
import io.firstfill.control.web.StrictBody;
import io.firstfill.service.environment.Environments;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The REST resource of positions: which are open and how they end; sells by hand, and other exit plans. */
@Path("environments/{environment}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Positions", description = "What is held, how it ends, and what a person sells")
class PositionResource {
    private static final String REFUSED =
            "It has ended, the environment is HALTED, or the command is not known everywhere";

    private final Environments environments;
    private final PositionBook book;
    private final PositionCommands commands;
    private final Caller caller;

    PositionResource(Environments environments, PositionBook book, PositionCommands commands, Caller caller) {
        this.environments = environments;
        this.book = book;
        this.commands = commands;
        this.caller = caller;
    }

    /** The positions that are open in an environment. */
    @Schema(name = "OpenPositions")
    record OpenPositions(List<PositionStatus> items) {}

    /** What is sold of a position, how, and why. */
    public record CloseRequest(
            @Schema(description = "Of what is left, over 0 and at most 1. Left out, all of it", examples = "0.5")
            @Nullable String share,

            @Schema(
                    description = "IOC: immediate or cancel, with a lowest price near the best bid",
                    enumeration = {"MARKET", "IOC"},
                    defaultValue = "MARKET")
            @Nullable String style,

            @Schema(examples = "the market turns") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    /** The plan by which a position ends from now on, and why. */
    public record ExitPlanRequest(
            @NotNull ExitPlanDraft plan,

            @Schema(examples = "the market turns") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    /** Why everything is sold. */
    public record SellEverythingRequest(
            @Schema(examples = "the market turns") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    @GET
    @Path("positions")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "listOpenPositions",
            summary = "The open positions of an environment, by pair",
            description = "With plan, next trigger prices, price, and the exits that are under way. What a position"
                    + " holds, has cost and has brought, the ledger says")
    @APIResponse(
            responseCode = "200",
            description = "The open positions",
            content = @Content(schema = @Schema(implementation = OpenPositions.class)))
    @APIResponse(responseCode = "404", description = "No such environment")
    public OpenPositions list(@PathParam("environment") String environment) {
        return new OpenPositions(book.open(environment(environment)));
    }

    @GET
    @Path("positions/{id}")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "getOpenPosition",
            summary = "One position with its exits, order by order",
            description = "Also for a while after it has ended")
    @APIResponse(
            responseCode = "200",
            description = "The position",
            content = @Content(schema = @Schema(implementation = PositionStatus.class)))
    @APIResponse(responseCode = "404", description = "No such environment or position")
    public PositionStatus one(@PathParam("environment") String environment, @PathParam("id") UUID id) {
        return book.find(environment(environment), new PositionId(id)).orElseThrow(() -> Problems.notFound("position"));
    }

    @POST
    @Path("positions/{id}/close")
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "closePosition",
            summary = "Sell a position, or a part of it",
            description = "Its plan goes on for what is left. What comes of it, order by order, the position says")
    @APIResponse(
            responseCode = "200",
            description = "The trader sells it",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet confirmed by a trader",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(responseCode = "400", description = "Every field that must be corrected, with its range")
    @APIResponse(responseCode = "404", description = "No such environment or position")
    @APIResponse(responseCode = "409", description = REFUSED)
    public Uni<Response> close(
            @PathParam("environment") String environment,
            @PathParam("id") UUID id,
            @NotNull @Valid CloseRequest request) {
        EnvironmentId found = environment(environment);
        PositionId position = new PositionId(id);
        return commands.close(
                        found,
                        position,
                        PositionResponses.share(request.share()),
                        PositionResponses.style(request.style()),
                        person(request.reason()))
                .map(outcome -> PositionResponses.of(outcome, found, position));
    }

    @PUT
    @Path("positions/{id}/exit-plan")
    @RolesAllowed(Access.RISK)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "setExitPlan",
            summary = "Replace the plan by which a position ends",
            description = "What was sold stays sold, and a rule that has triggered does not trigger again")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet confirmed by a trader",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(responseCode = "400", description = "Every field that must be corrected, with its range")
    @APIResponse(responseCode = "404", description = "No such environment or position")
    @APIResponse(responseCode = "409", description = REFUSED)
    public Uni<Response> plan(
            @PathParam("environment") String environment,
            @PathParam("id") UUID id,
            @NotNull @Valid ExitPlanRequest request) {
        EnvironmentId found = environment(environment);
        PositionId position = new PositionId(id);
        return commands.plan(found, position, request.plan(), person(request.reason()))
                .map(outcome -> PositionResponses.of(outcome, found, position));
    }

    @DELETE
    @Path("positions/{id}/exit-plan")
    @RolesAllowed({Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "cancelExitPlan",
            summary = "Cancel the plan by which a position ends",
            description = "From then on only a person sells it")
    @APIResponse(
            responseCode = "200",
            description = "It ends by no plan any more",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet confirmed by a trader",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(responseCode = "404", description = "No such environment or position")
    @APIResponse(responseCode = "409", description = REFUSED + "; or it has no plan")
    public Uni<Response> cancel(
            @PathParam("environment") String environment,
            @PathParam("id") UUID id,
            @QueryParam("reason") @Schema(examples = "sold by hand") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {
        EnvironmentId found = environment(environment);
        PositionId position = new PositionId(id);
        return commands.cancelPlan(found, position, person(reason))
                .map(outcome -> PositionResponses.of(outcome, found, position));
    }

    @POST
    @Path("sell-everything")
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "sellEverything",
            summary = "Sell every position of the environment at market",
            description = "An active run goes on and may buy: stop it first. What comes of it, order by order, the"
                    + " positions say")
    @APIResponse(
            responseCode = "200",
            description = "The trader sells them",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "Recorded, not yet confirmed by a trader",
            content = @Content(schema = @Schema(implementation = PositionAnswer.class)))
    @APIResponse(responseCode = "404", description = "No such environment")
    @APIResponse(responseCode = "409", description = "Nothing is held, or the environment is HALTED")
    public Uni<Response> sellEverything(
            @PathParam("environment") String environment, @NotNull @Valid SellEverythingRequest request) {
        EnvironmentId found = environment(environment);
        return commands.sellEverything(found, person(request.reason()))
                .map(outcome -> PositionResponses.of(outcome, found, null));
    }

    private EnvironmentId environment(String name) {
        return environments.all().keySet().stream()
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("environment"));
    }

    private Person person(String reason) {
        return new Person(caller.actor(), caller.key(), reason);
    }
}
