package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of a deployment that decide about money or speed, as a service read them at its start; written when they
 * differ from the last report.
 *
 * @param service such as {@code trader}
 * @param settings value by name; never a secret
 */
@Since(3)
public record SettingsReported(Meta meta, EnvironmentId environment, String service, Map<String, String> settings)
        implements RunEvent {
    public SettingsReported {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(service, "service");
        settings = Map.copyOf(settings);
    }
}
