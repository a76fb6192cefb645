package io.firstfill.control.web;

import io.firstfill.contract.id.RunId;
import io.firstfill.control.configuration.Violation;
import io.firstfill.control.readiness.GateItem;
import io.firstfill.control.run.Run;
import io.firstfill.control.run.RunState;
import io.firstfill.control.run.StartOutcome;
import io.firstfill.control.run.StopOutcome;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Converts the outcomes of starts and stops into HTTP responses. */
final class RunResponses {
    private RunResponses() {}

    static Response of(StartOutcome outcome) {
        return switch (outcome) {
            case StartOutcome.Started(var run) ->
                Response.created(URI.create("runs/" + run.runId())).entity(run).build();
            case StartOutcome.OtherRunActive(var active) -> throw otherRunActive(active);
            case StartOutcome.GateClosed(var failing)
            when failing.stream().allMatch(GateItem::isLedger) -> throw Problems.ledgerAway(failing);
            case StartOutcome.GateClosed(var failing) ->
                throw Problems.conflict("gate-closed", "The start-up gate is closed", Map.of("items", failing));
            case StartOutcome.UnknownEnvironment() -> throw unknown("environment", "is not an environment here");
            case StartOutcome.UnknownConfiguration() ->
                throw unknown("configurationId", "or version is not a configuration of this environment");
            case StartOutcome.Expired() ->
                throw Problems.unavailable(
                        "expired", "The run was not started in time and never will be; start another");
            case StartOutcome.NoAnswer() ->
                throw Problems.unavailable(
                        "no-answer",
                        "The ledger has not answered in time; past the deadline it does not start the run");
            case StartOutcome.NotSent() -> throw Problems.notSent();
            case StartOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }

    /** The body of a stop's response, with a note for a person while the run is not stopped. */
    @Schema(name = "StopResult")
    record Stopping(RunState state, @Nullable String note, Run run) {}

    static Response of(StopOutcome outcome) {
        return switch (outcome) {
            case StopOutcome.Stopped(var run) ->
                Response.ok(new Stopping(run.state(), null, run)).build();
            case StopOutcome.Underway(var run) ->
                Response.accepted(new Stopping(run.state(), note(run.state()), run))
                        .build();
            case StopOutcome.UnknownRun() -> throw Problems.notFound("run");
            case StopOutcome.NotSent() ->
                throw Problems.unavailable("not-sent", "The stop could not be recorded in time; send it again");
            case StopOutcome.KeyReused() -> throw Problems.keyReused();
        };
    }

    private static String note(RunState state) {
        return state == RunState.STOPPING
                ? "No further buy is sent; orders in flight are being resolved"
                : "Stop recorded, not yet confirmed by a trader";
    }

    private static RuntimeException otherRunActive(@Nullable RunId active) {
        return active == null
                ? Problems.conflict("run-active", "Another run is active", Map.of())
                : Problems.conflict("run-active", "Run " + active + " is active", Map.of("activeRunId", active));
    }

    private static RuntimeException unknown(String field, String message) {
        return Problems.invalid(List.of(new Violation(field, message)));
    }
}
