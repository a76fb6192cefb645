package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/** The run sends no orders until an operator re-validates the credential. */
public record RunSuspended(Meta meta, EnvironmentId environment, RunId runId, SuspensionReason reason, String detail)
        implements RunEvent {
    public RunSuspended {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(reason, "reason");
        detail = Texts.clean(detail);
    }
}
