package io.firstfill.contract.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Cap;
import java.util.Objects;

/** A cap allows further permits again. */
public record CapCleared(Meta meta, EnvironmentId environment, RunId runId, Cap cap, String used, String limit)
        implements PermitEvent {
    public CapCleared {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(cap, "cap");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(limit, "limit");
    }
}
