package io.firstfill.contract.run;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * The ledger has archived a configuration, or brought it back.
 */
@Since(3)
public record ConfigurationArchived(
        Meta meta,
        EnvironmentId environment,
        ConfigurationId configurationId,
        boolean archived,
        Actor archivedBy,
        String reason)
        implements RunEvent {
    public ConfigurationArchived {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(configurationId, "configurationId");
        Objects.requireNonNull(archivedBy, "archivedBy");
        reason = Texts.clean(reason);
    }
}
