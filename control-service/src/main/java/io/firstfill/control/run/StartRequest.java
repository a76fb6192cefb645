package io.firstfill.control.run;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Which configuration to run where.
 *
 * @param version the latest when left out
 */
public record StartRequest(
        @NotNull EnvironmentId environment,
        @NotNull ConfigurationId configurationId,
        @Nullable @Positive Integer version) {}
