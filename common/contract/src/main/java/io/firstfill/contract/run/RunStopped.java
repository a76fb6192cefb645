package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The run is stopped: no order of it leaves any more.
 *
 * @param ordersInDoubt orders whose end is not known yet, and whose look-ups go on; null in records written before the
 *     field, when there was none
 */
public record RunStopped(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        @Nullable Integer ordersInDoubt) implements RunEvent {
    public RunStopped {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
    }

    public RunStopped(Meta meta, EnvironmentId environment, RunId runId) {
        this(meta, environment, runId, null);
    }
}
