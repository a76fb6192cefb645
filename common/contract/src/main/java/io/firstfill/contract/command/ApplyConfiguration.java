package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import java.util.Objects;

/** Command to use another version of its configuration in the running run. */
public record ApplyConfiguration(
        Meta meta, EnvironmentId environment, Actor issuedBy, RunId runId, ConfigurationRef configuration)
        implements Command {
    public ApplyConfiguration {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
    }
}
