package io.firstfill.ledger.query;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a configuration; in the list, the current version. */
public record ConfigurationItem(
        EnvironmentId environment,
        ConfigurationId configurationId,
        String name,
        int version,
        Configuration content,
        Actor savedBy,
        Instant savedAt,
        boolean archived,
        @Nullable Instant archivedAt,
        @Nullable Actor archivedBy,
        @Nullable String archiveReason) {}
