package io.firstfill.ledger.query;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;

/** A configuration in one of its versions; in the list, the current one. */
public record ConfigurationItem(
        EnvironmentId environment,
        ConfigurationId configurationId,
        String name,
        int version,
        Configuration content,
        Actor savedBy,
        Instant savedAt) {}
