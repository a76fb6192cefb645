package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import java.util.Objects;

/** A run is stored with its snapshot and is active from now on. */
public record RunStarted(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ConfigurationRef configuration,
        Configuration snapshot,
        Actor startedBy)
        implements RunEvent {
    public RunStarted {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(snapshot, "snapshot");
        Objects.requireNonNull(startedBy, "startedBy");
    }
}
