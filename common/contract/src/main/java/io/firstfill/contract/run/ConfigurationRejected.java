package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import java.util.Objects;

/**
 * The ledger did not store a configuration.
 *
 * @param currentVersion 0 where the configuration has no version
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
