package io.firstfill.control.web.listing;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import io.firstfill.control.configuration.ListingTermsDraft;
import io.firstfill.control.listing.AnnouncementDraft;
import io.firstfill.control.listing.ListingOutcome;
import io.firstfill.control.listing.ListingStatus;
import io.firstfill.control.listing.OperatorListings;
import io.firstfill.control.listing.OperatorListings.Person;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST resource of listings that a person announces, takes back, or wants on other terms. */
@Path("environments/{environment}/listings")
@Tag(name = "Listings")
class ListingResource {
    private final Environments environments;
    private final OperatorListings listings;
    private final Caller caller;

    ListingResource(Environments environments, OperatorListings listings, Caller caller) {
        this.environments = environments;
        this.listings = listings;
        this.caller = caller;
    }

    /** Why the announcement is taken back. */
    public record WithdrawalRequest(
            @Schema(examples = "the project has denied it") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    @POST
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "announceListing",
            summary = "Announce a listing that no feed shows yet",
            description =
                    "Evidence like that of a feed: never a second buy of a listing that a feed shows, too. An opening"
                            + " time that the exchange states holds before this one")
    @APIResponse(
            responseCode = "201",
            description = "Announced; openingTime is the one that holds",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ListingStatus.class)))
    @APIResponse(responseCode = "400", description = "Every field that must be corrected, with its range")
    @APIResponse(responseCode = "404", description = "No such environment")
    @APIResponse(responseCode = "409", description = "The pair trades already, or the command is not known everywhere")
    @APIResponse(
            responseCode = "503",
            description = "No scanner has answered; the announcement holds once one reads it")
    public Uni<Response> announce(
            @PathParam("environment") String environment, @NotNull @Valid AnnouncementDraft draft) {
        return listings.announce(environment(environment), draft, person())
                .map(outcome -> response(outcome, Status.CREATED));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "withdrawListing",
            summary = "Take back what was announced by hand",
            description = "The evidence of feeds stays; where there is none the listing is withdrawn")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ListingStatus.class)))
    @APIResponse(responseCode = "404", description = "No such environment or listing")
    @APIResponse(responseCode = "409", description = "It has opened, is withdrawn, or was not announced by hand")
    @APIResponse(responseCode = "503", description = "No scanner has answered; the command holds once one reads it")
    public Uni<Response> withdraw(
            @PathParam("environment") String environment,
            @PathParam("id") UUID id,
            @NotNull @Valid WithdrawalRequest request) {
        return listings.withdraw(environment(environment), new ListingId(id), request.reason(), person())
                .map(outcome -> response(outcome, Status.OK));
    }

    @PUT
    @Path("{id}/terms")
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "changeListingTerms",
            summary = "Buy one listing on other terms, or leave it alone",
            description = "Before its opening. Replaces all earlier terms of the listing; what is left out is as in the"
                    + " run's configuration. The trader obeys leaveAlone at once, also where the buy is armed")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ListingStatus.class)))
    @APIResponse(responseCode = "400", description = "Every field that must be corrected, with its range")
    @APIResponse(responseCode = "404", description = "No such environment or listing")
    @APIResponse(responseCode = "409", description = "It has opened or is withdrawn")
    @APIResponse(responseCode = "503", description = "No scanner has answered; the terms hold once one reads them")
    public Uni<Response> change(
            @PathParam("environment") String environment,
            @PathParam("id") UUID id,
            @NotNull @Valid ListingTermsDraft draft) {
        return listings.change(environment(environment), new ListingId(id), draft, person())
                .map(outcome -> response(outcome, Status.OK));
    }

    private EnvironmentId environment(String name) {
        return environments.all().keySet().stream()
                .filter(id -> id.value().equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("environment"));
    }

    private Person person() {
        return new Person(caller.actor(), caller.key());
    }

    private static Response response(ListingOutcome outcome, Status done) {
        return switch (outcome) {
            case ListingOutcome.Done(var listing) ->
                Response.status(done)
                        .location(done == Status.CREATED ? readAt(listing) : null)
                        .entity(listing)
                        .build();
            case ListingOutcome.Invalid(var violations) -> throw Problems.invalid(violations);
            case ListingOutcome.Unknown() -> throw Problems.notFound("listing");
            case ListingOutcome.Opened() ->
                throw conflict("listing-opened", "The listing has opened: a command changes nothing any more");
            case ListingOutcome.Withdrawn() ->
                throw conflict("listing-withdrawn", "No source states this listing any more");
            case ListingOutcome.NotByHand() ->
                throw conflict("listing-not-by-hand", "Nobody has announced this listing by hand");
            case ListingOutcome.Trading() ->
                throw conflict("pair-trading", "The pair trades already, or the opening has passed meanwhile");
            case ListingOutcome.NotYetKnown() ->
                throw conflict(
                        "contract-level",
                        "Not every service of this deployment knows this command yet: raise firstfill.contract.level to"
                                + " 3 once all are of this version");
            case ListingOutcome.NoAnswer() ->
                throw Problems.unavailable(
                        "no-answer",
                        "The command is recorded, and no scanner has answered: it holds once one reads it. Send it again"
                                + " with the same Idempotency-Key to see its answer");
            case ListingOutcome.NotAcknowledged() -> throw Problems.notAcknowledged();
            case ListingOutcome.NotSent() -> throw Problems.notSent();
            case ListingOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }

    /** The ledger's resource: control keeps no listings. */
    private static URI readAt(ListingStatus listing) {
        return URI.create("/api/ledger/v1/listings/" + listing.listingId());
    }

    private static RuntimeException conflict(String type, String detail) {
        return Problems.conflict(type, detail, Map.of());
    }
}
