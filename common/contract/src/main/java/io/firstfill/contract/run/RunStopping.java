package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/** The trader has read the stop command: no further buy of the run is sent. */
public record RunStopping(
        Meta meta, EnvironmentId environment, RunId runId, Actor stoppedBy, String reason, int ordersInFlight)
        implements RunEvent {
    public RunStopping {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(stoppedBy, "stoppedBy");
        reason = Texts.clean(reason);
    }
}
