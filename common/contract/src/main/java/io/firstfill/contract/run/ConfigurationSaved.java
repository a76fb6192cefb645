package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import java.util.Objects;

/** The ledger has stored a version of a configuration. */
public record ConfigurationSaved(
        Meta meta, EnvironmentId environment, ConfigurationRef configuration, Configuration content, Actor savedBy)
        implements RunEvent {
    public ConfigurationSaved {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(savedBy, "savedBy");
    }
}
