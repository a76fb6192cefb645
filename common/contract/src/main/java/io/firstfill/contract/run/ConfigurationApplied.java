package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run uses another version of its configuration from now on.
 *
 * @param appliedBy null in records written before the field
 * @param previous the version used before; null in records written before the field
 * @param reason why it was applied, as the command stated it
 */
public record ConfigurationApplied(
        Meta meta,
        EnvironmentId environment,
        RunId runId,
        ConfigurationRef configuration,
        Configuration snapshot,
        @Nullable Actor appliedBy,
        @Nullable ConfigurationRef previous,
        @Nullable String reason)
        implements RunEvent {
    public ConfigurationApplied {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(snapshot, "snapshot");
    }

    /** Creates an event without the fields that early records lack. */
    public ConfigurationApplied(
            Meta meta, EnvironmentId environment, RunId runId, ConfigurationRef configuration, Configuration snapshot) {
        this(meta, environment, runId, configuration, snapshot, null, null, null);
    }
}
