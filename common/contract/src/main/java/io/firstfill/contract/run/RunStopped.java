package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.util.Objects;

/** No order of the run is in flight any more. */
public record RunStopped(Meta meta, EnvironmentId environment, RunId runId) implements RunEvent {
    public RunStopped {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
    }
}
