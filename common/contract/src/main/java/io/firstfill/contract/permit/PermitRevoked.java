package io.firstfill.contract.permit;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import java.util.Objects;

/** The trader must not use the permit from now on. */
public record PermitRevoked(
        Meta meta, EnvironmentId environment, RunId runId, PermitId permitId, RevocationReason reason)
        implements PermitEvent {
    public PermitRevoked {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(permitId, "permitId");
        Objects.requireNonNull(reason, "reason");
    }
}
