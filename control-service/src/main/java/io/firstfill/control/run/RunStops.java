package io.firstfill.control.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.RunId;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.Dispatch;
import io.firstfill.control.command.Reply;
import io.firstfill.control.command.Waiting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;

/** Stops runs (US1): a safety function that needs only the broker and a trader. */
@ApplicationScoped
public class RunStops {
    private final RunBook runs;
    private final CommandIds ids;
    private final Dispatch dispatch;
    private final ControlSettings settings;
    private final Waiting<RunId, RunStopped> ends;

    RunStops(RunBook runs, CommandIds ids, Dispatch dispatch, ControlSettings settings) {
        this.runs = runs;
        this.ids = ids;
        this.dispatch = dispatch;
        this.settings = settings;
        this.ends = new Waiting<>(Integer.MAX_VALUE); // a stop is never turned away
    }

    /** A second stop is sent like the first, and both wait for the one end. */
    public Uni<StopOutcome> stop(Actor actor, Optional<String> key, RunId id, String reason) {
        return runs.find(id)
                .map(run -> run.state() == RunState.STOPPED
                        ? now(new StopOutcome.Stopped(run))
                        : send(command(run, actor, key, reason)))
                .orElseGet(() -> now(new StopOutcome.UnknownRun()));
    }

    /** What the inbox tells. */
    public void told(Message message) {
        if (message instanceof RunStopped stopped) {
            ends.arrived(stopped.runId(), stopped);
        }
    }

    private StopRun command(Run run, Actor actor, Optional<String> key, String reason) {
        return new StopRun(
                ids.name(StopRun.class, run.environment(), actor, key), run.environment(), actor, run.runId(), reason);
    }

    private Uni<StopOutcome> send(StopRun command) {
        Predicate<Message> same =
                earlier -> earlier instanceof StopRun stop && stop.runId().equals(command.runId());
        return ends.take(command.runId())
                .map(place -> dispatch.sendAndAwait(command, same, place, settings.stopDeadline())
                        .onTermination()
                        .invoke(place::close))
                .orElseGet(() -> Uni.createFrom().item(new Reply.Overloaded<>()))
                .map(reply -> outcome(reply, command.runId()));
    }

    private StopOutcome outcome(Reply<RunStopped> reply, RunId id) {
        return switch (reply) {
            case Reply.Answered<RunStopped> answered -> known(id);
            case Reply.Silent<RunStopped> silent -> known(id);
            case Reply.Unsent<RunStopped> unsent -> new StopOutcome.NotSent();
            case Reply.Overloaded<RunStopped> overloaded -> new StopOutcome.NotSent();
            case Reply.KeyReused<RunStopped> reused -> new StopOutcome.KeyReused();
        };
    }

    private StopOutcome known(RunId id) {
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
