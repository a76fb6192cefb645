package io.firstfill.control.web;

import io.firstfill.control.configuration.Violation;
import io.firstfill.control.run.ApplyOutcome;
import io.firstfill.control.run.RunState;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Converts the outcome of applying a configuration into an HTTP response. */
final class ApplyResponses {
    private ApplyResponses() {}

    static Response of(ApplyOutcome outcome) {
        return switch (outcome) {
            case ApplyOutcome.Applied applied -> Response.ok(applied).build();
            case ApplyOutcome.UnknownRun() -> throw Problems.notFound("run");
            case ApplyOutcome.NotActive(RunState state) ->
                throw Problems.conflict(
                        "run-not-active",
                        "The run is neither active nor suspended: start another one with the version",
                        Map.of("state", state, "reason", "RUN_NOT_ACTIVE"));
            case ApplyOutcome.UnknownVersion(String detail) ->
                throw refused("unknown-configuration", "The version cannot be applied", "version", detail);
            case ApplyOutcome.OtherConfiguration(String detail) ->
                throw refused("other-configuration", "The run uses another configuration", "version", detail);
            case ApplyOutcome.FixedField(String field) ->
                throw refused(
                        "fixed-field",
                        field + " cannot change in a run: stop it, and start another one with the version",
                        field,
                        "differs from the run's, and is part of the deadline of what was signalled already");
            case ApplyOutcome.Violated(List<Violation> violations) ->
                throw Problems.unprocessable(
                        "invalid-version", "The version breaks a rule that holds now: save a new version", violations);
            case ApplyOutcome.Refused() ->
                throw Problems.conflict(
                        "not-applied",
                        "The ledger has refused: the run is not active, or has no such version",
                        Map.of());
            case ApplyOutcome.NoAnswer() ->
                throw Problems.unavailable(
                        "no-answer",
                        "The ledger has not answered in time; past the deadline it does not apply the version. Look at the"
                                + " run: it may have been applied before, and then the same Idempotency-Key gets that"
                                + " answer");
            case ApplyOutcome.VersionConflict(int current) ->
                throw Problems.preconditionFailed("The run uses version " + current + ", not the one you read");
            case ApplyOutcome.NotSent() -> throw Problems.notSent();
            case ApplyOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }

    private static RuntimeException refused(String type, String detail, String field, String message) {
        return Problems.unprocessable(type, detail, List.of(new Violation(field, message)));
    }
}
