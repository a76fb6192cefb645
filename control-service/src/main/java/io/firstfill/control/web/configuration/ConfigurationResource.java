package io.firstfill.control.web.configuration;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.control.configuration.ConfigurationBook;
import io.firstfill.control.configuration.ConfigurationDraft;
import io.firstfill.control.configuration.ConfigurationService;
import io.firstfill.control.configuration.ConfigurationService.DraftCheck;
import io.firstfill.control.configuration.SaveOutcome;
import io.firstfill.control.configuration.SavedConfiguration;
import io.firstfill.control.web.Access;
import io.firstfill.control.web.Caller;
import io.firstfill.control.web.Problems;
import io.firstfill.control.web.StrictBody;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The REST resource of configurations: list, read, check, save, and replace with a new version. */
@Path("configurations")
@Tag(name = "Configurations", description = "What may be bought and for how much, in versions")
class ConfigurationResource {
    private final ConfigurationService service;
    private final ConfigurationBook book;
    private final Caller caller;

    ConfigurationResource(ConfigurationService service, ConfigurationBook book, Caller caller) {
        this.service = service;
        this.book = book;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Operation(operationId = "createConfiguration", summary = "Save a new configuration")
    @APIResponse(
            responseCode = "201",
            description = "Stored; ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedConfiguration.class)))
    @APIResponse(responseCode = "400", description = "Every field that must be corrected")
    @APIResponse(responseCode = "409", description = "The name is taken")
    public Uni<Response> create(@NotNull ConfigurationDraft draft) {
        return service.create(caller.actor(), caller.key(), draft)
                .map(outcome -> tagged(
                        saved(outcome),
                        found -> Response.created(URI.create("configurations/" + found.configurationId()))));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Access.OPERATOR)
    @CustomDeserialization(StrictBody.class)
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the version that is replaced",
            required = true,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = "^\"[1-9][0-9]{0,8}(-[0-9a-f]{16})?\"$",
                            examples = "\"1\""))
    @Operation(
            operationId = "replaceConfiguration",
            summary = "Save a new version",
            description = "If-Match names the version it replaces")
    @APIResponse(
            responseCode = "200",
            description = "Stored; ETag is the new version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedConfiguration.class)))
    @APIResponse(responseCode = "409", description = "The configuration is archived, or the name is taken")
    @APIResponse(responseCode = "412", description = "Another version is the latest")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> replace(@PathParam("id") UUID id, @NotNull ConfigurationDraft draft) {
        SavedConfiguration current = find(id, null);
        int expected = caller.expectedVersion();
        return service.replace(caller.actor(), caller.key(), current, expected, draft)
                .map(outcome -> tagged(saved(outcome), found -> Response.ok()));
    }

    @POST
    @Path("validate")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @CustomDeserialization(StrictBody.class)
    @Operation(
            operationId = "validateConfiguration",
            summary = "Check a configuration without saving it",
            description = "Everything that saving it would refuse, and warnings about what may never buy")
    @APIResponse(responseCode = "200", description = "Checked; whether it may be saved is in the body")
    @APIResponse(responseCode = "400", description = "The body cannot be read")
    public DraftCheck validate(@NotNull ConfigurationDraft draft) {
        return service.check(draft);
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(operationId = "listConfigurations", summary = "The latest version of each configuration, by name")
    @APIResponse(
            responseCode = "200",
            description = "Link names the next page, where there is one",
            headers = @Header(name = "Link", ref = "#/components/headers/Link"))
    public RestResponse<List<SavedConfiguration>> all(
            @RestQuery @Nullable String environment,
            @Parameter(
                            description = "true: the archived ones; any: all of them. Left out, those in use",
                            schema = @Schema(type = SchemaType.STRING, pattern = "^(false|true|any)$"))
                    @RestQuery
                    @Nullable String archived,
            @Parameter(
                            description = "From the Link of the page before",
                            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9_-]{1,1000}$"))
                    @RestQuery
                    @Nullable String after,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "500"))
                    @RestQuery
                    @Nullable String limit) {
        int size = Pages.limit(limit);
        Optional<String> end = Pages.cursor("after", after);
        String wanted = archived == null ? "false" : archived;
        if (!Set.of("false", "true", "any").contains(wanted)) {
            throw Problems.badQuery("archived", "must be false, true or any");
        }
        List<SavedConfiguration> found = book.all().stream()
                .filter(it -> environment == null || it.environment().value().equals(environment))
                .filter(it -> wanted.equals("any") || it.archived() == wanted.equals("true"))
                .filter(it -> end.isEmpty() || key(it).compareTo(end.get()) > 0)
                .limit(size + 1L)
                .toList();
        List<SavedConfiguration> page = found.subList(0, Math.min(size, found.size()));
        var response = RestResponse.ResponseBuilder.ok(page);
        if (found.size() > size) {
            String filter = (environment == null ? "" : "&environment=" + environment) + "&archived=" + wanted;
            String target = "configurations?after=" + Pages.cursor(key(page.getLast())) + "&limit=" + size + filter;
            response.header(HttpHeaders.LINK, Pages.next(target));
        }
        return response.build();
    }

    /** Orders configurations as the book does. */
    private static String key(SavedConfiguration saved) {
        return saved.content().name() + '\u0000' + saved.configurationId();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(
            operationId = "getConfiguration",
            summary = "One configuration: the latest version, or the one asked for")
    @APIResponse(
            responseCode = "200",
            description = "ETag is its version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SavedConfiguration.class)))
    public Response one(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @RestQuery @Nullable String version) {
        return tagged(find(id, version == null ? null : Pages.number("version", version)), found -> Response.ok());
    }

    private SavedConfiguration find(UUID id, @Nullable Integer version) {
        ConfigurationId wanted = new ConfigurationId(id);
        return (version == null ? book.latest(wanted) : book.version(wanted, version))
                .orElseThrow(() -> Problems.notFound("configuration"));
    }

    private interface ResponseStart {
        Response.ResponseBuilder response(SavedConfiguration found);
    }

    private Response tagged(SavedConfiguration found, ResponseStart start) {
        SavedConfiguration warned = service.warned(found);
        return start.response(found).tag(warned.tag()).entity(warned).build();
    }

    private static SavedConfiguration saved(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved(var configuration) -> configuration;
            case SaveOutcome.Invalid(var violations) -> throw Problems.invalid(violations);
            case SaveOutcome.VersionConflict(var current) ->
                throw Problems.preconditionFailed("The latest version is " + current + ", not the one you read");
            case SaveOutcome.NameTaken(var name) ->
                throw Problems.conflict(
                        "name-taken",
                        "Another configuration of the environment has this name; it may be archived",
                        Map.of("name", name));
            case SaveOutcome.Archived() ->
                throw Problems.conflict(
                        "configuration-archived", "The configuration is archived: bring it back first", Map.of());
            case SaveOutcome.NoAnswer() ->
                throw Problems.unavailable(
                        "no-answer",
                        "The ledger has not answered; it may still store this. Check before you send it again");
            case SaveOutcome.NotSent() -> throw Problems.notSent();
            case SaveOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }
}
