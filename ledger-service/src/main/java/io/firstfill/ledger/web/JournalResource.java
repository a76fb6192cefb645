package io.firstfill.ledger.web;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.ChainVerifier;
import io.firstfill.ledger.journal.Verification;
import io.firstfill.ledger.query.JournalItem;
import io.firstfill.ledger.query.LedgerQueries;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.web.http.ChangedBy;
import io.firstfill.ledger.web.http.OfEnvironment;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the records of the journal, and verifies their hash chain. */
@Path("/api/ledger/v1")
@Tag(name = "journal", description = "Every message as it was recorded, and the proof that none was changed")
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.RISK})
class JournalResource {
    private final LedgerQueries queries;
    private final ChainVerifier verifier;

    JournalResource(LedgerQueries queries, ChainVerifier verifier) {
        this.queries = queries;
        this.verifier = verifier;
    }

    /** Lists records in order of position, unlike the other lists: {@code after} continues where a reader stopped. */
    @GET
    @Path("journal")
    @OfEnvironment
    @ChangedBy({})
    @Operation(operationId = "listJournal")
    public Uni<Page<JournalItem>> journal(
            @QueryParam("environment") @Parameter(required = true) @Nullable String environment,
            @QueryParam("after")
                    @Parameter(
                            description = "Position, exclusive",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int64",
                                            minimum = "0",
                                            defaultValue = "0"))
                    @Nullable String after,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "100"))
                    @Nullable String limit) {
        Violations violations = new Violations();
        EnvironmentId required = Parameters.requiredEnvironment(environment, violations);
        Long position =
                violations.read("after", after, "must be a position, 0 or more", Parameters.between(0, Long.MAX_VALUE));
        int pageSize = Parameters.limit(limit, violations);
        violations.throwIfAny();
        return queries.journal(Objects.requireNonNull(required), position == null ? 0 : position, pageSize)
                .map(items -> page(items, pageSize));
    }

    private static Page<JournalItem> page(List<JournalItem> items, int limit) {
        return Page.of(items, limit, Function.identity(), item -> Long.toString(item.position()));
    }

    /** Continues the verification where the last one ended; {@code complete} says whether it reached the end. */
    @GET
    @Path("audit/verification")
    @OfEnvironment
    @Operation(operationId = "continueVerification")
    public Uni<Verification> verification(
            @QueryParam("environment") @Parameter(required = true) @Nullable String environment) {
        return answered(verifier.verify(required(environment)));
    }

    /** Begins the verification again at the first record: it also finds changes behind what was verified before. */
    @POST
    @Path("audit/verification")
    @OfEnvironment
    @Operation(operationId = "beginVerification")
    @RolesAllowed({Roles.OPERATOR, Roles.RISK})
    public Uni<Verification> verificationAnew(
            @QueryParam("environment") @Parameter(required = true) @Nullable String environment) {
        return answered(verifier.verifyAnew(required(environment)));
    }

    private static EnvironmentId required(@Nullable String environment) {
        Violations violations = new Violations();
        EnvironmentId required = Parameters.requiredEnvironment(environment, violations);
        violations.throwIfAny();
        return Objects.requireNonNull(required);
    }

    private static Uni<Verification> answered(Uni<Verification> verification) {
        return verification
                .onFailure(ChainVerifier.BusyException.class)
                .transform(busy -> HttpProblem.valueOf(Response.Status.CONFLICT, busy.getMessage()));
    }
}
