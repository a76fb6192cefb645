package io.firstfill.ledger.configuration;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import java.time.Instant;

/** One version in the list of a configuration's versions, without its content. */
public record ConfigurationVersionItem(
        EnvironmentId environment,
        ConfigurationId configurationId,
        int version,
        String name,
        boolean archived,
        Actor savedBy,
        Instant savedAt) {}
