package io.firstfill.control.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.command.PendingAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;

/** Stops runs (US1). A stop is a safety function: it needs only the broker and a trader. */
@ApplicationScoped
public class RunStops {
    private final RunBook runs;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;
    private final PendingAnswers<RunId, RunStopped> pendingStops;

    RunStops(RunBook runs, CommandIds ids, CommandDispatcher dispatcher, ControlSettings settings) {
        this.runs = runs;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.pendingStops = new PendingAnswers<>(Integer.MAX_VALUE); // a stop is never refused for load
    }

    /** Stops a run. A second stop is published like the first one, and both callers wait for the same RunStopped. */
    public Uni<StopOutcome> stop(Actor actor, Optional<String> key, RunId id, String reason) {
        return runs.find(id)
                .map(run -> run.state() == RunState.STOPPED
                        ? now(new StopOutcome.Stopped(run))
                        : send(command(run, actor, key, reason)))
                .orElseGet(() -> now(new StopOutcome.UnknownRun()));
    }

    /** Completes the callers that wait for this run to stop. Called after the books have applied the message. */
    public void received(Message message) {
        if (message instanceof RunStopped stopped) {
            pendingStops.complete(stopped.runId(), stopped);
        }
    }

    private StopRun command(Run run, Actor actor, Optional<String> key, String reason) {
        return new StopRun(
                ids.metaFor(StopRun.class, run.environment(), actor, key),
                run.environment(),
                actor,
                run.runId(),
                reason);
    }

    private Uni<StopOutcome> send(StopRun command) {
        Predicate<Message> same =
                earlier -> earlier instanceof StopRun stop && stop.runId().equals(command.runId());
        return pendingStops
                .register(command.runId())
                .map(slot -> dispatcher
                        .sendAndAwait(command, same, slot, settings.stopDeadline())
                        .onTermination()
                        .invoke(slot::close))
                .orElseGet(() -> Uni.createFrom().item(new CommandResult.Overloaded<>()))
                .map(result -> outcome(result, command.runId()));
    }

    private StopOutcome outcome(CommandResult<RunStopped> result, RunId id) {
        return switch (result) {
            case CommandResult.Answered<RunStopped> answered -> currentOutcome(id);
            case CommandResult.TimedOut<RunStopped> timedOut -> currentOutcome(id);
            case CommandResult.NotPublished<RunStopped> failed -> new StopOutcome.NotSent();
            case CommandResult.Overloaded<RunStopped> overloaded -> new StopOutcome.NotSent();
            case CommandResult.KeyReused<RunStopped> reused -> new StopOutcome.KeyReused();
        };
    }

    private StopOutcome currentOutcome(RunId id) {
        return runs.find(id)
                .<StopOutcome>map(run -> run.state() == RunState.STOPPED
                        ? new StopOutcome.Stopped(run)
                        : run.isStopRecorded() ? new StopOutcome.Underway(run) : new StopOutcome.NotSent())
                .orElseGet(StopOutcome.UnknownRun::new);
    }

    private static Uni<StopOutcome> now(StopOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
