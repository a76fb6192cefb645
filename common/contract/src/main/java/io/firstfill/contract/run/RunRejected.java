package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run was not started, and no run will ever start under this id.
 *
 * @param activeRunId the run that is active, for RUN_ACTIVE
 */
public record RunRejected(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        RunRejection reason,
        @Nullable RunId activeRunId) implements RunEvent {
    public RunRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(reason, "reason");
    }
}
