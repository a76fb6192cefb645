package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.util.Objects;

/** A run uses another version of its configuration from now on. */
public record ConfigurationApplied(
        Meta meta, EnvironmentId environment, RunId runId, ConfigurationRef configuration, Configuration snapshot)
        implements RunEvent {
    public ConfigurationApplied {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(snapshot, "snapshot");
    }
}
