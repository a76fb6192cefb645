package io.firstfill.ledger.web.result;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.result.ResultRequest;
import io.firstfill.ledger.query.result.ResultRequest.By;
import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.Violations;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of a result. */
class ResultParameters {
    private static final String BY = "must be position, run, day, source or style";

    @QueryParam("environment")
    @Parameter(required = true)
    @Nullable String environment;

    @QueryParam("by")
    @Parameter(
            description = "By run when left out",
            schema = @Schema(enumeration = {"position", "run", "day", "source", "style"}))
    @Nullable String by;

    @QueryParam("runId")
    @Nullable String runId;

    @QueryParam("from")
    @Parameter(
            description = "Opening of the position, by day the time of each fill; inclusive",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String from;

    @QueryParam("to")
    @Parameter(description = "Exclusive", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable String to;

    @QueryParam("limit")
    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "100"))
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "nextCursor of the page before, with the same filters",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[A-Za-z0-9_-]{1,2000}$"))
    @Nullable String cursor;

    ResultRequest request() {
        Violations violations = new Violations();
        EnvironmentId required = Parameters.requiredEnvironment(environment, violations);
        By wanted = violations.read("by", by, BY, ResultParameters::by);
        RunId run = violations.read("runId", runId, "must be a UUID", Parameters.value(RunId::of));
        var since = violations.read("from", from, "must be an RFC 3339 time", Parameters::time);
        var until = violations.read("to", to, "must be an RFC 3339 time", Parameters::time);
        int most = Parameters.limit(limit, violations);
        if (required == null) {
            violations.throwIfAny();
        }
        ResultRequest first = new ResultRequest(
                Objects.requireNonNull(required), wanted == null ? By.RUN : wanted, run, since, until, most, null);
        Cursor end = violations.read(
                "cursor",
                cursor,
                "must be the nextCursor of a page before, with the same filters",
                text -> Cursor.parse(text, first.key())
                        .filter(encoded -> encoded.query().equals(first.query()))
                        .map(Cursor.Encoded::cursor));
        violations.throwIfAny();
        return first.after(end);
    }

    private static Optional<By> by(String text) {
        return Arrays.stream(By.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
