package io.firstfill.control.overview;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.control.liveness.HeartbeatBook;
import io.firstfill.control.run.Run;
import io.firstfill.control.run.RunBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Shows runs together with the services that should work for them and are silent. */
@ApplicationScoped
public class RunView {
    private final RunBook runs;
    private final HeartbeatBook heartbeats;

    RunView(RunBook runs, HeartbeatBook heartbeats) {
        this.runs = runs;
        this.heartbeats = heartbeats;
    }

    public Optional<Run> find(RunId id) {
        return runs.find(id).map(this::shown);
    }

    public Optional<Run> active(EnvironmentId environment) {
        return runs.active(environment).map(this::shown);
    }

    /** Returns all runs, newest first. */
    public List<Run> all() {
        return runs.all().stream().map(this::shown).toList();
    }

    private Run shown(Run run) {
        return run.withSilent(heartbeats.silent(run.environment()));
    }
}
