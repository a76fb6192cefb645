package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import java.util.Objects;

/**
 * Command to save a new configuration or a new version of one.
 *
 * @param expectedVersion 0 for a new configuration, else the version to replace (If-Match)
 */
public record SaveConfiguration(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        ConfigurationId configurationId,
        int expectedVersion,
        Configuration configuration)
        implements Command {
    public SaveConfiguration {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(configurationId, "configurationId");
        Objects.requireNonNull(configuration, "configuration");
    }
}
