package io.firstfill.scanner.run;

import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SettingsReported;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The active runs of one environment. A stop acts as soon as it is read, and for good: the event of the start may be
 * replayed, or come after the stop, without bringing the run back. A suspended run stays active and goes on getting
 * signals, because the trader has to record why it did not buy. Not thread-safe.
 */
public final class Runs {
    private final Map<RunId, ActiveRun> active = new LinkedHashMap<>();
    private final Set<RunId> ended = new HashSet<>();

    public Collection<ActiveRun> active() {
        return active.values();
    }

    public void apply(StopRun command) {
        end(command.runId());
    }

    public void apply(RunEvent event) {
        switch (event) {
            case RunStarted started -> start(started);
            case ConfigurationApplied applied ->
                active.computeIfPresent(applied.runId(), (id, run) -> run.with(applied.snapshot()));
            case RunStopping stopping -> end(stopping.runId());
            case RunStopped stopped -> end(stopped.runId());
            case RunRejected rejected -> end(rejected.runId());
            case RunSuspended ignored -> {}
            case RunResumed ignored -> {}
            case ConfigurationSaved ignored -> {}
            case ConfigurationRejected ignored -> {}
            case RecordAcknowledged ignored -> {}
            case ConfigurationArchived ignored -> {}
            case ApplyRejected ignored -> {}
            case GuardrailsChanged ignored -> {}
            case GuardrailsRejected ignored -> {}
            case SettingsReported ignored -> {}
        }
    }

    private void start(RunStarted event) {
        if (!ended.contains(event.runId())) {
            active.putIfAbsent(event.runId(), ActiveRun.started(event.runId(), event.snapshot(), event.meta()));
        }
    }

    private void end(RunId id) {
        active.remove(id);
        ended.add(id);
    }
}
