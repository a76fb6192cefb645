package io.firstfill.trader.run;

import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.SuspensionReason;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs of one environment. A stop is final whatever arrives after it, and also when it arrives before the start: the
 * two come on different topics. Confined to one thread.
 */
public final class RunBook {
    private final Map<RunId, Run> runs = new HashMap<>();
    /** Stop commands not yet answered with RunStopped. */
    private final Map<MessageId, StopRun> unanswered = new LinkedHashMap<>();

    public void started(RunStarted started) {
        runs.putIfAbsent(started.runId(), new Run.Active(started.runId(), started.snapshot(), started.meta()));
    }

    public void applied(ConfigurationApplied applied) {
        open(applied.runId()).ifPresent(run -> runs.put(run.id(), run.applied(applied.snapshot())));
    }

    /** From the moment this returns no buy of the run may leave. */
    public void stop(StopRun stop) {
        unanswered.put(stop.meta().id(), stop);
        if (!(runs.get(stop.runId()) instanceof Run.Stopped)) {
            runs.put(stop.runId(), new Run.Stopping(stop.runId()));
        }
    }

    /** All its stop commands are answered. */
    public void stopped(RunId run) {
        runs.put(run, new Run.Stopped(run));
        unanswered.values().removeIf(stop -> stop.runId().equals(run));
    }

    /** Whether this changed anything: only an active run can be suspended. */
    public boolean suspended(RunId id, SuspensionReason reason) {
        if (runs.get(id) instanceof Run.Active run) {
            runs.put(id, new Run.Suspended(id, run.configuration(), run.cause(), reason));
            return true;
        }
        return false;
    }

    public boolean resumed(RunId id) {
        if (runs.get(id) instanceof Run.Suspended run) {
            runs.put(id, run.resumed());
            return true;
        }
        return false;
    }

    public Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    public Optional<Run.Open> open(RunId id) {
        return runs.get(id) instanceof Run.Open open ? Optional.of(open) : Optional.empty();
    }

    /** Whether buys of this run may leave. */
    public boolean isActive(RunId id) {
        return runs.get(id) instanceof Run.Active;
    }

    /** Stopping or stopped. */
    public boolean isOver(RunId id) {
        Run run = runs.get(id);
        return run != null && !(run instanceof Run.Open);
    }

    public List<Run.Active> active() {
        return runs.values().stream()
                .filter(Run.Active.class::isInstance)
                .map(Run.Active.class::cast)
                .toList();
    }

    public List<Run.Suspended> suspended() {
        return runs.values().stream()
                .filter(Run.Suspended.class::isInstance)
                .map(Run.Suspended.class::cast)
                .toList();
    }

    public boolean isUnanswered(RunId run) {
        return unanswered.values().stream().anyMatch(stop -> stop.runId().equals(run));
    }

    public List<StopRun> unansweredStops() {
        return new ArrayList<>(unanswered.values());
    }
}
