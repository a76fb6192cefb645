package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.util.Objects;

/** A suspended run sends orders again. */
public record RunResumed(Meta meta, EnvironmentId environment, RunId runId) implements RunEvent {
    public RunResumed {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
    }
}
