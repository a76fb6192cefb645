package io.firstfill.control.web.configuration;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import io.firstfill.control.configuration.ArchiveOutcome;
import io.firstfill.control.configuration.ConfigurationArchives;
import io.firstfill.control.configuration.ConfigurationArchives.Person;
import io.firstfill.control.configuration.ConfigurationBook;
import io.firstfill.control.configuration.SavedConfiguration;
import io.firstfill.control.web.Access;
import io.firstfill.control.web.Caller;
import io.firstfill.control.web.Problems;
import io.firstfill.control.web.StrictBody;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST resource that archives a configuration and brings it back. */
@Path("configurations/{id}")
@Tag(name = "Configurations")
class ConfigurationArchiveResource {
    private final ConfigurationArchives archives;
    private final ConfigurationBook book;
    private final Caller caller;

    ConfigurationArchiveResource(ConfigurationArchives archives, ConfigurationBook book, Caller caller) {
        this.archives = archives;
        this.book = book;
        this.caller = caller;
    }

    /** Why a configuration is archived or brought back. */
    public record ArchiveRequest(
            @Schema(examples = "replaced by another one") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}

    @POST
    @Path("archive")
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "archiveConfiguration",
            summary = "Archive a configuration with all its versions",
            description = "No run starts from it and no version is saved until it is brought back. A run goes on")
    @APIResponse(
            responseCode = "200",
            description = "Archived",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedConfiguration.class)))
    @APIResponse(responseCode = "404", description = "No such configuration")
    @APIResponse(responseCode = "409", description = "Not every service of this deployment knows the command yet")
    public Uni<Response> archive(@PathParam("id") UUID id, @NotNull @Valid ArchiveRequest request) {
        return set(id, true, request);
    }

    @POST
    @Path("unarchive")
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(operationId = "unarchiveConfiguration", summary = "Bring an archived configuration back")
    @APIResponse(
            responseCode = "200",
            description = "In use again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedConfiguration.class)))
    @APIResponse(responseCode = "404", description = "No such configuration")
    @APIResponse(responseCode = "409", description = "Not every service of this deployment knows the command yet")
    public Uni<Response> unarchive(@PathParam("id") UUID id, @NotNull @Valid ArchiveRequest request) {
        return set(id, false, request);
    }

    private Uni<Response> set(UUID id, boolean archived, ArchiveRequest request) {
        SavedConfiguration current =
                book.latest(new ConfigurationId(id)).orElseThrow(() -> Problems.notFound("configuration"));
        Person person = new Person(caller.actor(), caller.key(), request.reason());
        return archives.set(current, archived, person).map(ConfigurationArchiveResource::response);
    }

    private static Response response(ArchiveOutcome outcome) {
        return switch (outcome) {
            case ArchiveOutcome.Done(var configuration) ->
                Response.ok(configuration).tag(configuration.tag()).build();
            case ArchiveOutcome.Unknown() -> throw Problems.notFound("configuration");
            case ArchiveOutcome.NotYetKnown() ->
                throw Problems.conflict(
                        "contract-level",
                        "Not every service of this deployment knows this command yet: raise firstfill.contract.level to"
                                + " 3 once all are of this version",
                        Map.of());
            case ArchiveOutcome.NoAnswer() ->
                throw Problems.unavailable(
                        "no-answer",
                        "The ledger has not answered in time; past the deadline it does not do this. Look at the"
                                + " configuration: it may have been done before");
            case ArchiveOutcome.NotSent() -> throw Problems.notSent();
            case ArchiveOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }
}
