package io.firstfill.control.web;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.control.configuration.ConfigurationBook;
import io.firstfill.control.configuration.ConfigurationDraft;
import io.firstfill.control.configuration.ConfigurationService;
import io.firstfill.control.configuration.SaveOutcome;
import io.firstfill.control.configuration.SavedConfiguration;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The REST resource of configurations: read, save, and replace with a new version. */
@Path("configurations")
@Tag(name = "Configurations")
class ConfigurationResource {
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

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
    @Operation(summary = "Save a new configuration")
    @APIResponse(responseCode = "201", description = "Stored; ETag is its version")
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
            schema = @Schema(type = SchemaType.STRING, examples = "\"1\""))
    @Operation(summary = "Save a new version", description = "If-Match names the version it replaces")
    @APIResponse(responseCode = "200", description = "Stored; ETag is the new version")
    @APIResponse(responseCode = "412", description = "Another version is the latest")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Uni<Response> replace(@PathParam("id") UUID id, @NotNull ConfigurationDraft draft) {
        SavedConfiguration current = find(id, null);
        int expected = caller.expectedVersion();
        return service.replace(caller.actor(), caller.key(), current, expected, draft)
                .map(outcome -> tagged(saved(outcome), found -> Response.ok()));
    }

    @GET
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(summary = "The latest version of each configuration, by name")
    public List<SavedConfiguration> all(@RestQuery @Nullable String environment) {
        Optional<String> wanted = Optional.ofNullable(environment);
        return book.all().stream()
                .filter(it -> wanted.map(it.environment().value()::equals).orElse(true))
                .toList();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
    @Operation(summary = "One configuration: the latest version, or the one asked for")
    public Response one(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @RestQuery @Nullable String version) {
        return tagged(find(id, version == null ? null : number(version)), found -> Response.ok());
    }

    private static int number(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw Problems.badQuery("version", "must be a whole number of 1 to 9 digits, from 1");
        }
        return Integer.parseInt(version);
    }

    private SavedConfiguration find(UUID id, @Nullable Integer version) {
        ConfigurationId wanted = new ConfigurationId(id);
        return (version == null ? book.latest(wanted) : book.version(wanted, version))
                .orElseThrow(() -> Problems.notFound("configuration"));
    }

    private interface ResponseStart {
        Response.ResponseBuilder response(SavedConfiguration found);
    }

    private static Response tagged(SavedConfiguration found, ResponseStart start) {
        return start.response(found)
                .tag(Integer.toString(found.version()))
                .entity(found)
                .build();
    }

    private static SavedConfiguration saved(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved(var configuration) -> configuration;
            case SaveOutcome.Invalid(var violations) -> throw Problems.invalid(violations);
            case SaveOutcome.VersionConflict(var current) ->
                throw Problems.preconditionFailed("The latest version is " + current + ", not the one you read");
            case SaveOutcome.NameTaken(var name) ->
                throw Problems.conflict(
                        "name-taken", "Another configuration of the environment has this name", Map.of("name", name));
            case SaveOutcome.NoAnswer() ->
                throw Problems.unavailable(
                        "no-answer",
                        "The ledger has not answered; it may still store this. Check before you send it again");
            case SaveOutcome.NotSent() -> throw Problems.notSent();
            case SaveOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }
}
