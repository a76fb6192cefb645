package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.value.Actor;
import java.time.Instant;

/** One stored version of a configuration. */
public record SavedConfiguration(
        ConfigurationId configurationId,
        int version,
        EnvironmentId environment,
        Configuration content,
        Actor savedBy,
        Instant savedAt) {

    static SavedConfiguration of(ConfigurationSaved event) {
        ConfigurationRef ref = event.configuration();
        return new SavedConfiguration(
                ref.id(),
                ref.version(),
                event.environment(),
                event.content(),
                event.savedBy(),
                event.meta().occurredAt());
    }

    public ConfigurationRef ref() {
        return new ConfigurationRef(configurationId, version);
    }
}
