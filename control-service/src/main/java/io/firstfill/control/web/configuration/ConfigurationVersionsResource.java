package io.firstfill.control.web.configuration;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.control.configuration.ConfigurationBook;
import io.firstfill.control.configuration.ConfigurationComparison;
import io.firstfill.control.configuration.ConfigurationComparison.Comparison;
import io.firstfill.control.configuration.ConfigurationVersion;
import io.firstfill.control.configuration.SavedConfiguration;
import io.firstfill.control.web.Access;
import io.firstfill.control.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The REST resource of the versions of one configuration: list, read and compare. */
@Path("configurations/{id}")
@Tag(name = "Configurations")
@RolesAllowed({Access.VIEWER, Access.OPERATOR, Access.RISK})
class ConfigurationVersionsResource {
    private final ConfigurationBook book;
    private final ConfigurationComparison comparison;

    ConfigurationVersionsResource(ConfigurationBook book, ConfigurationComparison comparison) {
        this.book = book;
        this.comparison = comparison;
    }

    @GET
    @Path("versions")
    @Operation(operationId = "listConfigurationVersions", summary = "The versions of a configuration, newest first")
    @APIResponse(
            responseCode = "200",
            description = "Link names the next page, where there is one",
            headers = @Header(name = "Link", ref = "#/components/headers/Link"))
    public RestResponse<List<ConfigurationVersion>> versions(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Only versions before this one",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestQuery
                    @Nullable String before,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "500"))
                    @RestQuery
                    @Nullable String limit) {
        int latest = find(id, null).version();
        int size = Pages.limit(limit);
        int end = before == null ? latest + 1 : Pages.number("before", before);
        List<ConfigurationVersion> found = book.versionsBefore(new ConfigurationId(id), end, size);
        var response = RestResponse.ResponseBuilder.ok(found);
        if (found.size() == size && found.getLast().version() > 1) {
            String target = "versions?before=" + found.getLast().version() + "&limit=" + size;
            response.header(HttpHeaders.LINK, Pages.next(target));
        }
        return response.build();
    }

    @GET
    @Path("versions/{version}")
    @Operation(operationId = "getConfigurationVersion", summary = "One version of a configuration")
    public SavedConfiguration version(
            @PathParam("id") UUID id,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @PathParam("version")
                    String version) {
        return find(id, version(version));
    }

    @GET
    @Path("compare")
    @Operation(
            operationId = "compareConfigurationVersions",
            summary = "The fields in which two versions differ",
            description = "Each with its path and both values; a value that is left out is not set in that version")
    public Comparison compare(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "The version before the latest when left out",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestQuery
                    @Nullable String from,
            @Parameter(
                            description = "The latest version when left out",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @RestQuery
                    @Nullable String to) {
        SavedConfiguration after = find(id, to == null ? null : Pages.number("to", to));
        SavedConfiguration before =
                find(id, from == null ? Math.max(after.version() - 1, 1) : Pages.number("from", from));
        return comparison.between(before, after);
    }

    /** A version that is no number is a path that does not exist. */
    private static int version(String text) {
        try {
            return Pages.number("version", text);
        } catch (RuntimeException e) {
            throw Problems.notFound("version");
        }
    }

    private SavedConfiguration find(UUID id, @Nullable Integer version) {
        ConfigurationId wanted = new ConfigurationId(id);
        SavedConfiguration latest = book.latest(wanted).orElseThrow(() -> Problems.notFound("configuration"));
        return version == null ? latest : book.version(wanted, version).orElseThrow(() -> Problems.notFound("version"));
    }
}
