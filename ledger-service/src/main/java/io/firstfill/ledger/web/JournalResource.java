package io.firstfill.ledger.web;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.Auditor;
import io.firstfill.ledger.journal.Verification;
import io.firstfill.ledger.query.Filter;
import io.firstfill.ledger.query.JournalItem;
import io.firstfill.ledger.query.Page;
import io.firstfill.ledger.query.Reads;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/ledger/v1")
@Tag(name = "journal", description = "Every message as it was recorded, and the proof that none was changed")
@RolesAllowed({Readers.VIEWER, Readers.OPERATOR, Readers.RISK})
class JournalResource {
    private final Reads reads;
    private final Auditor auditor;

    JournalResource(Reads reads, Auditor auditor) {
        this.reads = reads;
        this.auditor = auditor;
    }

    /** In order of position, unlike the other lists: {@code after} goes on where a reader stopped. */
    @GET
    @Path("journal")
    public Uni<Page<JournalItem>> journal(
            @QueryParam("environment") @Nullable String environment,
            @QueryParam("after") @Parameter(description = "Position, 0 when left out") @Nullable String after,
            @QueryParam("limit") @Parameter(description = "1 to 500, 100 when left out") @Nullable String limit) {
        Violations violations = new Violations();
        EnvironmentId of = required(environment, violations);
        Long position =
                violations.read("after", after, "must be a position, 0 or more", Parameters.between(0, Long.MAX_VALUE));
        Long size = violations.read("limit", limit, "must be 1 to " + Filter.MOST, Parameters.between(1, Filter.MOST));
        violations.throwIfAny();
        int most = size == null ? Filter.USUAL : size.intValue();
        return reads.journal(Objects.requireNonNull(of), position == null ? 0 : position, most)
                .map(items -> page(items, most));
    }

    private static Page<JournalItem> page(List<JournalItem> items, int most) {
        List<JournalItem> shown = items.size() > most ? items.subList(0, most) : items;
        return new Page<>(
                shown, items.size() > most ? Long.toString(shown.getLast().position()) : null);
    }

    @GET
    @Path("audit/verification")
    public Uni<Verification> verification(@QueryParam("environment") @Nullable String environment) {
        Violations violations = new Violations();
        EnvironmentId of = required(environment, violations);
        violations.throwIfAny();
        return auditor.verify(Objects.requireNonNull(of));
    }

    private static @Nullable EnvironmentId required(@Nullable String environment, Violations violations) {
        return violations.read(
                "environment",
                environment == null ? "" : environment,
                "must be 1 to 32 of a-z, 0-9 and -",
                Parameters.value(EnvironmentId::of));
    }
}
