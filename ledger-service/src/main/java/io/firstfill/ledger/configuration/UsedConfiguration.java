package io.firstfill.ledger.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.value.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version that a run used, with its content. */
public record UsedConfiguration(
        ConfigurationId configurationId,
        int version,
        JsonNode snapshot,
        @Nullable Actor appliedBy,
        Instant appliedAt,
        @Nullable String reason) {}
