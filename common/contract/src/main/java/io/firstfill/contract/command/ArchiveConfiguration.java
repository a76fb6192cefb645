package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Command to archive a configuration, or to bring it back. No run starts from an archived configuration.
 *
 * @param archived false brings it back
 * @param deadline after which the ledger must not obey; null in records written before there was one
 */
@Since(3)
public record ArchiveConfiguration(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        ConfigurationId configurationId,
        boolean archived,
        String reason,
        @Nullable Instant deadline)
        implements Command {
    public ArchiveConfiguration {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(configurationId, "configurationId");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }

    /** Creates a command that does not expire. */
    public ArchiveConfiguration(
            Meta meta,
            EnvironmentId environment,
            Actor issuedBy,
            ConfigurationId configurationId,
            boolean archived,
            String reason) {
        this(meta, environment, issuedBy, configurationId, archived, reason, null);
    }
}
