package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Command to use another version of its configuration in the running run. */
public record ApplyConfiguration(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        RunId runId,
        ConfigurationRef configuration,
        @Nullable String reason)
        implements Command {
    public ApplyConfiguration {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
        if (reason != null) {
            Texts.require("reason", reason, Texts.MAX);
        }
    }

    /** Creates a command without a reason. */
    public ApplyConfiguration(
            Meta meta, EnvironmentId environment, Actor issuedBy, RunId runId, ConfigurationRef configuration) {
        this(meta, environment, issuedBy, runId, configuration, null);
    }
}
