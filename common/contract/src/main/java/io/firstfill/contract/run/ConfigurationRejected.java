package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import java.util.Objects;

/**
 * A configuration was not stored.
 *
 * @param currentVersion 0 where there is none
 */
public record ConfigurationRejected(
        Meta meta,
        EnvironmentId environment,
        ConfigurationId configurationId,
        ConfigurationRejection reason,
        int currentVersion)
        implements RunEvent {
    public ConfigurationRejected {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(configurationId, "configurationId");
        Objects.requireNonNull(reason, "reason");
    }
}
