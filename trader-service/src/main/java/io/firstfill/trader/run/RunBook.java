package io.firstfill.trader.run;

import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.SuspensionReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one environment. A stop is final whatever arrives after it, and also when it arrives before the start:
 * the two come on different topics. Confined to the event loop.
 */
public final class RunBook implements Runs {
    private final Map<RunId, Run> runs = new HashMap<>();
    /** The times at which a configuration was last applied to a running run. */
    private final Map<RunId, Instant> applied = new HashMap<>();
    private final Map<RunId, ExitPlan> plans = new HashMap<>();
    private final Map<RunId, Instant> overSince = new HashMap<>();
    /** Stop commands not yet answered with RunStopped. */
    private final Map<MessageId, StopRun> unanswered = new LinkedHashMap<>();

    public void started(RunStarted started) {
        planned(started.runId(), started.snapshot().exitPlan());
        runs.putIfAbsent(started.runId(), new Run.Active(started.runId(), started.snapshot(), started.meta()));
    }

    public void applied(ConfigurationApplied event) {
        open(event.runId()).ifPresent(run -> {
            runs.put(run.id(), run.applied(event.snapshot()));
            planned(run.id(), event.snapshot().exitPlan());
            applied.put(run.id(), event.meta().occurredAt());
        });
    }

    private void planned(RunId run, @Nullable ExitPlan plan) {
        if (plan == null) {
            plans.remove(run);
        } else {
            plans.put(run, plan);
        }
    }

    /** No buy of the run may leave from the moment this method returns. */
    public void stop(StopRun stop) {
        unanswered.put(stop.meta().id(), stop);
        overSince.putIfAbsent(stop.runId(), stop.meta().occurredAt());
        if (!(runs.get(stop.runId()) instanceof Run.Stopped)) {
            runs.put(stop.runId(), new Run.Stopping(stop.runId()));
        }
    }

    /** Marks the run stopped and all its stop commands answered. */
    public void stopped(RunId run) {
        runs.put(run, new Run.Stopped(run));
        unanswered.values().removeIf(stop -> stop.runId().equals(run));
    }

    /** Suspends an active run; without effect on any other. */
    public void suspended(RunId id, SuspensionReason reason) {
        if (runs.get(id) instanceof Run.Active run) {
            runs.put(id, new Run.Suspended(id, run.configuration(), run.cause(), reason));
        }
    }

    /** Resumes a suspended run; without effect on any other. */
    public void resumed(RunId id) {
        if (runs.get(id) instanceof Run.Suspended run) {
            runs.put(id, run.resumed());
        }
    }

    @Override
    public Optional<Instant> appliedAt(RunId id) {
        return Optional.ofNullable(applied.get(id));
    }

    @Override
    public Optional<ExitPlan> exitPlan(RunId id) {
        return Optional.ofNullable(plans.get(id));
    }

    @Override
    public Optional<Instant> overSince(RunId id) {
        return Optional.ofNullable(overSince.get(id));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    @Override
    public Optional<Run.Open> open(RunId id) {
        return runs.get(id) instanceof Run.Open open ? Optional.of(open) : Optional.empty();
    }

    @Override
    public boolean isActive(RunId id) {
        return runs.get(id) instanceof Run.Active;
    }

    @Override
    public boolean isOver(RunId id) {
        Run run = runs.get(id);
        return run != null && !(run instanceof Run.Open);
    }

    @Override
    public List<Run.Active> active() {
        return runs.values().stream()
                .filter(Run.Active.class::isInstance)
                .map(Run.Active.class::cast)
                .toList();
    }

    @Override
    public List<Run.Suspended> suspended() {
        return runs.values().stream()
                .filter(Run.Suspended.class::isInstance)
                .map(Run.Suspended.class::cast)
                .toList();
    }

    @Override
    public boolean isUnanswered(RunId run) {
        return unanswered.values().stream().anyMatch(stop -> stop.runId().equals(run));
    }

    @Override
    public List<StopRun> unansweredStops() {
        return new ArrayList<>(unanswered.values());
    }
}
