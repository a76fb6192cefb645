package io.firstfill.ledger.web.configuration;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.ledger.configuration.ConfigurationComparison;
import io.firstfill.ledger.configuration.ConfigurationVersionItem;
import io.firstfill.ledger.configuration.ConfigurationVersions;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.web.NotFound;
import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.Roles;
import io.firstfill.ledger.web.Violations;
import io.firstfill.ledger.web.http.ChangedBy;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the versions of a configuration, and compares two of them. */
@Path("/api/ledger/v1/configurations/{configurationId}")
@Tag(name = "configurations")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
@ChangedBy(Topics.RUNS)
class ConfigurationVersionsResource {
    private final ConfigurationVersions versions;

    ConfigurationVersionsResource(ConfigurationVersions versions) {
        this.versions = versions;
    }

    @GET
    @Path("versions")
    @Operation(operationId = "listConfigurationVersions", summary = "The versions of a configuration, newest first")
    public Uni<Page<ConfigurationVersionItem>> list(
            @PathParam("configurationId") String configurationId,
            @Parameter(
                            description = "nextCursor of the page before: only versions before it",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "100"))
                    @QueryParam("limit")
                    @Nullable String limit) {
        Violations violations = new Violations();
        int size = Parameters.limit(limit, violations);
        int before = Optional.ofNullable(number("cursor", cursor, violations)).orElse(Integer.MAX_VALUE);
        violations.throwIfAny();
        return configuration(configurationId)
                .map(id -> versions.before(id, before, size + 1))
                .orElseGet(() -> Uni.createFrom().item(List.of()))
                .map(found -> found.isEmpty() && cursor == null ? NotFound.ifEmpty(Optional.empty()) : found)
                .map(found -> page(found, size));
    }

    @GET
    @Path("compare")
    @Operation(
            operationId = "compareConfigurationVersions",
            summary = "The fields in which two versions differ, each with both values")
    public Uni<ConfigurationComparison> compare(
            @PathParam("configurationId") String configurationId,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1"), required = true)
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1"), required = true)
                    @QueryParam("to")
                    @Nullable String to) {
        Violations violations = new Violations();
        Integer before = number("from", from == null ? "" : from, violations);
        Integer after = number("to", to == null ? "" : to, violations);
        violations.throwIfAny();
        if (before == null || after == null) {
            throw new IllegalStateException("a version that is missing is a violation");
        }
        return configuration(configurationId)
                .map(id -> versions.contents(id, before, after)
                        .map(contents -> ConfigurationComparison.of(id, before, after, contents)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(NotFound::ifEmpty);
    }

    private static Optional<ConfigurationId> configuration(String text) {
        return Parameters.value(ConfigurationId::of).apply(text);
    }

    private static @Nullable Integer number(String name, @Nullable String text, Violations violations) {
        Function<String, Optional<Long>> parser = Parameters.between(1, Integer.MAX_VALUE);
        Long number = violations.read(name, text, "must be the number of a version", parser);
        return number == null ? null : number.intValue();
    }

    private static Page<ConfigurationVersionItem> page(List<ConfigurationVersionItem> found, int size) {
        boolean more = found.size() > size;
        List<ConfigurationVersionItem> items = more ? found.subList(0, size) : found;
        return new Page<>(items, more ? Integer.toString(items.getLast().version()) : null);
    }
}
