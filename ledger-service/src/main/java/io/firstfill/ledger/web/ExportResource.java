package io.firstfill.ledger.web;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.export.ExportFormat;
import io.firstfill.ledger.export.ExportRequest;
import io.firstfill.ledger.export.ExportRequest.Rows;
import io.firstfill.ledger.export.ExportSubject;
import io.firstfill.ledger.export.Exports;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.web.http.OfEnvironment;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Exports orders, trades, positions, exits, sells and the journal, each as one file that ends with a manifest. */
@Path("/api/ledger/v1/exports")
@Tag(name = "exports", description = "Everything that matches in one file, which deploy/ledger verifies")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class ExportResource {
    private static final Logger LOG = Logger.getLogger(ExportResource.class);
    private static final String LIST = "{list: orders|trades|positions|exits|sells}";

    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Path(LIST + ".csv")
    @Operation(operationId = "exportAsCsv")
    @Produces("text/csv")
    public Multi<byte[]> csv(
            @PathParam("list")
                    @Parameter(schema = @Schema(enumeration = {"orders", "trades", "positions", "exits", "sells"}))
                    String list,
            @BeanParam ListParameters parameters,
            @Context RoutingContext http) {
        return export(listed(list, ExportFormat.CSV, parameters), http);
    }

    @GET
    @Path(LIST + ".jsonl")
    @Operation(operationId = "exportAsJsonLines")
    @Produces("application/x-ndjson")
    public Multi<byte[]> jsonLines(
            @PathParam("list")
                    @Parameter(schema = @Schema(enumeration = {"orders", "trades", "positions", "exits", "sells"}))
                    String list,
            @BeanParam ListParameters parameters,
            @Context RoutingContext http) {
        return export(listed(list, ExportFormat.JSONL, parameters), http);
    }

    @GET
    @Path("journal.csv")
    @OfEnvironment
    @Operation(operationId = "exportJournalAsCsv")
    @Produces("text/csv")
    public Multi<byte[]> journalAsCsv(
            @QueryParam("environment") @Parameter(required = true) @Nullable String environment,
            @QueryParam("after")
                    @Parameter(
                            description = "Position, exclusive",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @Nullable String after,
            @QueryParam("upTo")
                    @Parameter(
                            description = "Position, inclusive",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @Nullable String upTo,
            @Context UriInfo uri,
            @Context RoutingContext http) {
        return export(journal(ExportFormat.CSV, environment, after, upTo, uri), http);
    }

    @GET
    @Path("journal.jsonl")
    @OfEnvironment
    @Operation(operationId = "exportJournalAsJsonLines")
    @Produces("application/x-ndjson")
    public Multi<byte[]> journalAsJsonLines(
            @QueryParam("environment") @Parameter(required = true) @Nullable String environment,
            @QueryParam("after")
                    @Parameter(
                            description = "Position, exclusive",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @Nullable String after,
            @QueryParam("upTo")
                    @Parameter(
                            description = "Position, inclusive",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @Nullable String upTo,
            @Context UriInfo uri,
            @Context RoutingContext http) {
        return export(journal(ExportFormat.JSONL, environment, after, upTo, uri), http);
    }

    /** A failure after the first piece breaks the connection: a caller must not take a cut file for a whole one. */
    private Multi<byte[]> export(ExportRequest request, RoutingContext http) {
        Multi<byte[]> pieces = exports.export(request).onFailure().invoke(failure -> {
            LOG.warnf("Export failed: export=%s %s", request.subject().label(), failure);
            if (http.response().headWritten()) {
                http.request().connection().close();
            }
        });
        return RestMulti.fromMultiData(
                        request.format() == ExportFormat.JSONL ? pieces.map(ExportResource::open) : pieces)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + request.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Returns the piece without its last line feed, which the framework writes after each piece of this media type. */
    private static byte[] open(byte[] piece) {
        return Arrays.copyOf(piece, piece.length - 1);
    }

    private static ExportRequest listed(String name, ExportFormat format, ListParameters parameters) {
        ExportSubject subject = ExportSubject.of(name).orElseThrow(NotFoundException::new);
        ApiList<?> list = subject.list().orElseThrow(NotFoundException::new);
        Violations violations = new Violations();
        parameters.refusePages(violations);
        violations.throwIfAny();
        var filter = parameters.pageRequest(list);
        return new ExportRequest(subject, format, parameters.given(), new Rows.Listed(filter));
    }

    private static ExportRequest journal(
            ExportFormat format,
            @Nullable String environment,
            @Nullable String after,
            @Nullable String upTo,
            UriInfo uri) {
        Violations violations = new Violations();
        EnvironmentId required = Parameters.requiredEnvironment(environment, violations);
        var positions = Parameters.between(0, Long.MAX_VALUE);
        Long first = violations.read("after", after, "must be a position, 0 or more", positions);
        Long last = violations.read("upTo", upTo, "must be a position, 0 or more", positions);
        violations.throwIfAny();
        Rows rows = new Rows.Chained(
                Objects.requireNonNull(required), first == null ? 0 : first, last == null ? Long.MAX_VALUE : last);
        return new ExportRequest(ExportSubject.JOURNAL, format, ListParameters.given(uri), rows);
    }
}
